-- Where people are signed in: Cognito keeps no list. The id is the `origin_jti` of a session's tokens.
create table sessions (
  id uuid primary key,
  person_id uuid not null references users (id) on delete cascade,
  -- In words, and no more than that is kept of a browser.
  device text not null check (device <> ''),
  began_at timestamptz not null,
  last_used_at timestamptz not null,
  -- When its refresh token is over. An ended session is remembered until then, so that it cannot be taken up again.
  expires_at timestamptz not null,
  ended_at timestamptz
);
-- The list, and which one to end when there are too many.
create index sessions_by_person on sessions (person_id, last_used_at desc) where ended_at is null;
-- The cascade.
create index sessions_of_person on sessions (person_id);
-- The sweep.
create index sessions_by_expiry on sessions (expires_at);

alter table users
  -- From when on the account is really deleted. Until then nobody sees it, and its owner may think better of it.
  add column deletes_at timestamptz,
  -- Set: there is no way back. The last try at it, so that one that fails does not keep others waiting.
  add column deletion_tried_at timestamptz,
  add constraint only_the_leaving_are_deleted check (deletion_tried_at is null or deletes_at is not null);
create index users_leaving on users (deletes_at) where deletes_at is not null;

-- All of a person's posts: the export, the deletion, and the cascade.
create index posts_of_author on posts (author_id, id desc);

-- Copies of what is a person's own, made for them. The object goes before the row, so no cascade takes it.
create table exports (
  id uuid primary key,
  person_id uuid not null references users (id),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  asked_at timestamptz not null,
  tries smallint not null default 0,
  -- Who makes it has so long; then it is another's turn.
  taken_until timestamptz,
  ready_at timestamptz,
  -- When its object has to go.
  ends_at timestamptz,
  removed_at timestamptz,
  bytes bigint check (bytes > 0),

  constraint what_is_ready_is_whole
    check (state <> 'ready' or (ready_at is not null and ends_at is not null and bytes is not null)),
  constraint no_export_outlives_a_day check (ends_at <= ready_at + interval '24 hours')
);
-- One at a time for each person; and the queue.
create unique index exports_waiting on exports (person_id) where state = 'waiting';
create index exports_in_turn on exports (asked_at) where state = 'waiting';
-- The latest of a person.
create index exports_of_person on exports (person_id, asked_at desc);
-- The sweep: of objects, then of rows.
create index exports_by_end on exports (ends_at) where removed_at is null;
create index exports_removed on exports (removed_at) where removed_at is not null;
