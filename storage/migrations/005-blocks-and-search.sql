create extension if not exists pg_trgm;

-- Neither of the two sees or reaches the other.
create table blocks (
  blocker_id uuid not null references users (id) on delete cascade,
  blocked_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null,
  primary key (blocker_id, blocked_id),
  constraint nobody_blocks_themselves check (blocker_id <> blocked_id)
);
-- Who blocks this person: the rule looks both ways.
create index blocks_by_blocked on blocks (blocked_id, blocker_id);

-- Search for people: how names begin, and how much they are alike.
create index users_by_handle_likeness on users using gin ((handle::text) gin_trgm_ops);
create index users_by_name_likeness on users using gin (lower(display_name) gin_trgm_ops);

comment on function post_expiry is 'The rule of domain/expiring-id.ts.';
