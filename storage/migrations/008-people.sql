-- Followers and following are read newest first: a follow's id begins with its time, and is its place in both
-- lists.
alter table follows add column id uuid not null default uuidv7();
update follows set id = uuidv7(created_at - clock_timestamp());

drop index follows_by_followee;
-- Followers of a person, and their count.
create index follows_by_followee on follows (followee_id, id desc) include (follower_id);
-- Whom a person follows, and their count.
create index follows_by_follower on follows (follower_id, id desc) include (followee_id);
-- Counts of followers leave them out.
create index users_out_of_sight on users (id) where suspended_at is not null or deletes_at is not null;

-- Nobody follows whom they block, or who blocks them. Who does the one while the other does the other waits here, and
-- sees then what the earlier one did.
create function part_the_blocked() returns trigger language plpgsql as $$
begin
  perform from users where id in (select blocker_id from added union select blocked_id from added)
    order by id for no key update;
  delete from follows f using added b
    where (f.follower_id, f.followee_id) in ((b.blocker_id, b.blocked_id), (b.blocked_id, b.blocker_id));
  return null;
end
$$;

create trigger a_block_parts after insert on blocks
  referencing new table as added for each statement execute function part_the_blocked();

create function keep_the_blocked_apart() returns trigger language plpgsql as $$
begin
  perform from users where id in (select follower_id from added) order by id for no key update;
  delete from follows f using added a
    where f.follower_id = a.follower_id and f.followee_id = a.followee_id
      and exists (select from blocks b where (b.blocker_id, b.blocked_id)
        in ((a.follower_id, a.followee_id), (a.followee_id, a.follower_id)));
  return null;
end
$$;

create trigger a_follow_minds_blocks after insert on follows
  referencing new table as added for each statement execute function keep_the_blocked_apart();

-- Their posts are in none of the muter's feeds. Profiles and threads still show them.
create table mutes (
  muter_id uuid not null references users (id) on delete cascade,
  muted_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null,
  primary key (muter_id, muted_id),
  constraint nobody_mutes_themselves check (muter_id <> muted_id)
);
-- For a person who is deleted.
create index mutes_by_muted on mutes (muted_id);

alter table users
  -- In small letters, the newest last. A list in one row can't grow past its end, whoever adds to it at once.
  add column muted_words text[] not null default '{}' check (cardinality(muted_words) <= 100),
  -- How many changes of handle a person has made since the first of the day.
  add column handle_changes_since timestamptz not null default '-infinity',
  add column handle_changes smallint not null default 0;

-- A handle that somebody had leads to them until its end. Rows past it are as good as gone.
create table former_handles (
  handle citext primary key,
  user_id uuid not null references users (id) on delete cascade,
  ends_at timestamptz not null
);
create index former_handles_by_user on former_handles (user_id);
-- The sweep.
create index former_handles_by_end on former_handles (ends_at);
