create table pictures (
  id uuid primary key,
  owner_id uuid not null references users (id) on delete cascade,
  kind text not null check (kind in ('avatar', 'banner', 'photo')),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'refused')),
  problem text,
  width int check (width > 0),
  height int check (height > 0),
  placeholder text,
  alt text not null default '',
  post_id uuid references posts (id) on delete cascade,
  position smallint check (position between 0 and 3),
  created_at timestamptz not null,

  constraint a_ready_picture_has_a_size
    check (state <> 'ready' or (width is not null and height is not null and placeholder is not null)),
  constraint a_refusal_says_why check ((state = 'refused') = (problem is not null)),
  constraint only_ready_photos_are_in_posts check (post_id is null or (kind = 'photo' and state = 'ready')),
  constraint a_photo_in_a_post_has_a_place check ((post_id is null) = (position is null)),
  unique (post_id, position)
);

-- The uploads of a person, newest first: the rate.
create index pictures_by_owner on pictures (owner_id, created_at desc);
-- The sweep of what nobody used.
create index pictures_unused on pictures (created_at) where post_id is null;

alter table users
  add foreign key (avatar_id) references pictures (id) on delete set null,
  add foreign key (banner_id) references pictures (id) on delete set null;
create index users_by_avatar on users (avatar_id) where avatar_id is not null;
create index users_by_banner on users (banner_id) where banner_id is not null;

-- What must still leave S3. A picture's row and this one change in one transaction, so no crash can part them.
create table doomed_pictures (
  id uuid primary key,
  kind text not null,
  owner_id uuid not null,
  doomed_at timestamptz not null default now()
);
create index doomed_pictures_by_age on doomed_pictures (doomed_at);

create function doom_picture() returns trigger language plpgsql as $$
begin
  insert into doomed_pictures (id, kind, owner_id) values (old.id, old.kind, old.owner_id) on conflict do nothing;
  return null;
end
$$;

create trigger a_deleted_picture_is_doomed after delete on pictures
  for each row execute function doom_picture();

-- A post may have photos and no words. That it has one of them is the contract's rule.
alter table posts drop constraint posts_body_check;
alter table posts add constraint posts_body_check check (octet_length(body) <= 8000);
