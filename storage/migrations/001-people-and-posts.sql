create extension if not exists citext;

-- When a post is over, read from its id: UUIDv8 of creation in ms (48 bits), expiry in
-- seconds since 2025-01-01 (32 bits), random (42 bits). The same rule is in domain/post-id.ts.
create function post_expiry(id uuid) returns timestamptz
  language sql immutable strict parallel safe
  return to_timestamp(
    1735689600
    + ((get_byte(uuid_send(id), 6) & 15)::bigint << 28)
    + (get_byte(uuid_send(id), 7)::bigint << 20)
    + ((get_byte(uuid_send(id), 8) & 63)::bigint << 14)
    + (get_byte(uuid_send(id), 9)::bigint << 6)
    + (get_byte(uuid_send(id), 10)::bigint >> 2)
  );

create table users (
  id uuid primary key,
  handle citext not null unique check (handle ~ '^[a-z0-9_]{3,20}$'),
  display_name text not null check (display_name <> ''),
  bio text not null default '',
  avatar_id uuid,
  banner_id uuid,
  suspended_at timestamptz,
  created_at timestamptz not null
);

create table posts (
  id uuid primary key check (uuid_extract_version(id) = 8),
  author_id uuid not null references users (id) on delete cascade,
  body text not null check (octet_length(body) between 1 and 8000),
  content_warning text check (content_warning <> ''),
  -- No foreign keys here: a deleted post leaves its replies standing, and they must still name it.
  reply_to uuid,
  root_id uuid,
  lifetime text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,

  constraint the_id_tells_the_expiry check (expires_at = post_expiry(id)),
  constraint a_reply_never_outlives_its_parent check (reply_to is null or expires_at <= post_expiry(reply_to)),
  constraint no_post_outlives_a_month check (expires_at <= created_at + interval '720 hours'),
  constraint a_reply_has_a_root check ((reply_to is null) = (root_id is null))
);

-- Home and profile: the newest of an author.
create index posts_by_author on posts (author_id, id desc) include (expires_at) where reply_to is null;
-- Explore: the newest of all.
create index posts_newest on posts (id desc) where reply_to is null;
-- Replies of a post, oldest first, and their count.
create index posts_by_parent on posts (reply_to, id) include (expires_at) where reply_to is not null;
-- The sweep.
create index posts_by_expiry on posts (expires_at);

create table follows (
  follower_id uuid not null references users (id) on delete cascade,
  followee_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null,
  primary key (follower_id, followee_id),
  constraint nobody_follows_themselves check (follower_id <> followee_id)
);

create index follows_by_followee on follows (followee_id, follower_id);
