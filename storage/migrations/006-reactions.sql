-- When a post was written, in seconds since 1970, read from its id.
create function post_creation(id uuid) returns bigint
  language sql immutable strict parallel safe
  return ('x' || left(translate(id::text, '-', ''), 12))::bit(48)::bigint / 1000;

alter table posts
  -- No foreign key: what is quoted may go first, and leaves a stub.
  add column quote_of uuid check (uuid_extract_version(quote_of) = 8),
  -- What the author says the language is, as BCP 47 has it.
  add column language text check (language <> ''),
  -- The handles in the body that named somebody when it was written.
  add column mentions text[] not null default '{}',
  add column photo_count smallint not null default 0,
  -- Kept by triggers, in the transaction that likes, reposts or answers; exact, however many do so at once.
  add column like_count int not null default 0 check (like_count >= 0),
  add column repost_count int not null default 0 check (repost_count >= 0),
  add column answer_count int not null default 0 check (answer_count >= 0),
  -- What Explore is ordered by: each doubling of the life in a post is worth three hours. In steps, so that most
  -- likes leave the index alone.
  add column heat bigint not null generated always as (
    post_creation(id) + 10800 * floor(log(2, 1 + like_count + 2 * repost_count + 2 * answer_count))::bigint
  ) stored;

update posts p set photo_count = (select count(*) from pictures i where i.post_id = p.id);

-- Explore: the warmest first.
create index posts_by_heat on posts (heat desc, id desc) where reply_to is null;
-- A profile's replies, and its photos.
create index posts_replies_by_author on posts (author_id, id desc) where reply_to is not null;
create index posts_media_by_author on posts (author_id, id desc) where photo_count > 0;
-- Fading: of an author, what goes next.
create index posts_fading_by_author on posts (author_id, expires_at, id) where reply_to is null;
create index posts_by_quoted on posts (quote_of, id desc) where quote_of is not null;

-- What people do with posts. Each has an id that sorts by its own time and ends with its post.
create table likes (
  post_id uuid not null references posts (id) on delete cascade,
  person_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  primary key (post_id, person_id),
  constraint a_like_ends_with_its_post check (post_expiry(id) = post_expiry(post_id))
);
create index likes_by_person on likes (person_id, id desc) include (post_id);
create index likes_by_post on likes (post_id, id desc) include (person_id);

create table reposts (
  post_id uuid not null references posts (id) on delete cascade,
  person_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  primary key (post_id, person_id) include (id),
  constraint a_repost_ends_with_its_post check (post_expiry(id) = post_expiry(post_id))
);
create index reposts_by_person on reposts (person_id, id desc) include (post_id);
create index reposts_by_post on reposts (post_id, id desc) include (person_id);

create table bookmarks (
  post_id uuid not null references posts (id) on delete cascade,
  person_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  primary key (post_id, person_id),
  constraint a_bookmark_ends_with_its_post check (post_expiry(id) = post_expiry(post_id))
);
create index bookmarks_by_person on bookmarks (person_id, id desc) include (post_id);

create table post_tags (
  tag text not null check (tag <> ''),
  post_id uuid not null references posts (id) on delete cascade,
  author_id uuid not null references users (id) on delete cascade,
  primary key (tag, post_id)
);
-- Trends look at the newest; a post that goes takes its tags along.
create index post_tags_by_post on post_tags (post_id desc) include (tag, author_id);
create index post_tags_by_author on post_tags (author_id);

create function count_like() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update posts set like_count = like_count + 1 where id = new.post_id;
  else
    update posts set like_count = like_count - 1 where id = old.post_id;
  end if;
  return null;
end
$$;
create trigger a_like_counts after insert or delete on likes for each row execute function count_like();

create function count_repost() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update posts set repost_count = repost_count + 1 where id = new.post_id;
  else
    update posts set repost_count = repost_count - 1 where id = old.post_id;
  end if;
  return null;
end
$$;
create trigger a_repost_counts after insert or delete on reposts for each row execute function count_repost();

-- Answers count when they are made, and stay counted: it is the life that a post has had, not how many are left.
create function count_answer() returns trigger language plpgsql as $$
begin
  update posts set answer_count = answer_count + 1 where id in (new.reply_to, new.quote_of);
  return null;
end
$$;
create trigger an_answer_counts after insert on posts
  for each row when (new.reply_to is not null or new.quote_of is not null) execute function count_answer();
