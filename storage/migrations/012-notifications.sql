-- When what an id names was written, to the millisecond, read from the id.
create function written_at(id uuid) returns timestamptz
  language sql immutable strict parallel safe
  return to_timestamp(('x' || left(translate(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0::float8);

-- Before every id that was made at this moment, and after every earlier one.
create function first_id_at(moment timestamptz) returns uuid
  language sql stable strict parallel safe
  return rpad(lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid;

-- What a person is told: one row for all that happened in one way to one thing, however many did it. Who they are is
-- read where it happened, so that what is undone, deleted or out of sight is told no more.
create table notifications (
  to_id uuid not null references users (id) on delete cascade,
  kind text not null
    check (kind in ('reply', 'mention', 'like', 'repost', 'quote', 'follow', 'picture', 'moderation')),
  -- The reader's post, or the one that mentions them, or their upload, or a notice; all zeros for following.
  about_id uuid not null,
  -- Sorts by the time of the latest that happened.
  latest_id uuid not null,
  expires_at timestamptz not null,
  -- What a notice says: it stands nowhere else.
  words text check (words <> ''),
  post_id uuid generated always as (
    case when kind in ('reply', 'mention', 'like', 'repost', 'quote') then about_id end
  ) stored references posts (id) on delete cascade,
  picture_id uuid generated always as (case when kind = 'picture' then about_id end) stored
    references pictures (id) on delete cascade,
  primary key (to_id, kind, about_id),
  constraint a_notification_ends_with_its_post check (post_id is null or expires_at = post_expiry(post_id)),
  constraint only_notices_have_words check ((kind = 'moderation') = (words is not null))
);

-- The list and the count, newest first. Pages go on at a latest_id, so no two may have the same.
create unique index notifications_by_latest on notifications (to_id, latest_id desc) include (kind, expires_at);
-- What goes with its post or its picture.
create index notifications_by_post on notifications (post_id) where post_id is not null;
create index notifications_by_picture on notifications (picture_id) where picture_id is not null;
-- The sweep of the others.
create index notifications_by_expiry on notifications (expires_at) where post_id is null;

-- How far a person has read what they were told.
alter table users add column notifications_read_id uuid;

-- Who has followed a person lately.
create index follows_newest on follows (followee_id, created_at desc) include (follower_id);
