-- What a person wants to be told of. Applied when notifications are read, so that switching back brings them back.
alter table users
  add column notifications_off text[] not null default '{}'
    check (notifications_off <@ array['reply', 'mention', 'like', 'repost', 'quote', 'follow']),
  add column notifications_from text not null default 'everybody'
    check (notifications_from in ('everybody', 'followed'));

-- A follow has an id now that sorts by its time.
drop index follows_newest;
drop function first_id_at;
