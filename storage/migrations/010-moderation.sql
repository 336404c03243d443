-- What was reported: one row for each thing, however many report it.
create table cases (
  id uuid primary key,
  kind text not null check (kind in ('post', 'person', 'message')),
  -- The post, the person or the message.
  target_id uuid not null,
  conversation_id uuid,
  -- Who wrote it, or is it.
  person_id uuid references users (id) on delete set null,
  state text not null default 'open' check (state in ('open', 'dismissed', 'acted')),
  urgency smallint not null,
  report_count int not null default 1,
  is_escalated boolean not null default false,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- A copy for moderators alone, whatever becomes of the post or the message: the one exception to the rule that
  -- nothing outlives its expiry. Null when there is none any more; an empty one for a person.
  held jsonb,
  kept_until timestamptz not null,
  expires_at timestamptz not null,
  -- Escalated, urgent, often reported, in this order.
  rank int not null generated always as (is_escalated::int * 1000 + urgency * 100 + least(report_count, 99)) stored,

  constraint nothing_is_held_for_over_a_month
    check (kept_until <= expires_at and expires_at <= opened_at + interval '720 hours'),
  constraint a_closed_case_has_its_time check ((state = 'open') = (closed_at is null)),
  constraint a_message_is_in_a_conversation check ((kind = 'message') = (conversation_id is not null))
);

-- One thing, one open case.
create unique index cases_open_once on cases (kind, target_id) where state = 'open';
-- The queue.
create index cases_by_rank on cases (rank desc, id) where state = 'open';
create index cases_by_person on cases (person_id, id desc);
-- The sweeps.
create index cases_by_release on cases (kept_until) where held is not null;
create index cases_by_expiry on cases (expires_at);

create table reports (
  id uuid primary key,
  case_id uuid not null references cases (id) on delete cascade,
  reporter_id uuid not null references users (id) on delete cascade,
  reason text not null check (reason <> ''),
  -- Emptied when the case's copy goes.
  words text not null,
  created_at timestamptz not null,
  unique (case_id, reporter_id)
);
create index reports_by_reporter on reports (reporter_id, id desc);

-- The log: who did what to whom and why; ids and reasons, never what was said. It outlives all that it names, so it
-- refers to nothing. Lines are added and swept after a year, and never changed.
create table moderation_actions (
  id uuid primary key,
  kind text not null check (kind in ('dismiss', 'remove', 'warn', 'suspend', 'escalate', 'undo')),
  reason text not null check (reason <> ''),
  days smallint check (days > 0),
  case_id uuid not null,
  about text not null,
  target_id uuid not null,
  person_id uuid,
  moderator_id uuid not null,
  -- The line that this one takes back, once.
  undoes uuid unique,
  created_at timestamptz not null,
  constraint only_undoing_undoes check ((kind = 'undo') = (undoes is not null)),
  constraint only_suspensions_last check (days is null or kind = 'suspend')
);
create index moderation_actions_by_case on moderation_actions (case_id, id desc);
create index moderation_actions_by_person on moderation_actions (person_id, id desc);
create index moderation_actions_by_age on moderation_actions (created_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A line of the log is never changed.';
end
$$;
create trigger the_log_is_only_added_to before update on moderation_actions
  for each row execute function refuse_change();

alter table users
  -- Null while suspended: for good.
  add column suspended_until timestamptz,
  add column suspended_for text,
  add constraint only_the_suspended_have_an_end
    check (suspended_at is not null or (suspended_until is null and suspended_for is null));
-- The sweep.
create index users_by_suspension_end on users (suspended_until) where suspended_until is not null;

-- The copies of a case's photos are doomed in the transaction that lets go of them.
create function doom_held_photos() returns trigger language plpgsql as $$
begin
  insert into doomed_pictures (id, kind, owner_id, post_id)
  select (photo->>'id')::uuid, 'held', old.id, (old.held->>'folder')::uuid
  from jsonb_array_elements(old.held->'photos') as photo
  on conflict do nothing;
  return null;
end
$$;
create trigger a_deleted_case_lets_go after delete on cases
  for each row when (old.held->'photos' is not null) execute function doom_held_photos();
create trigger a_released_case_lets_go after update of held on cases
  for each row when (old.held->'photos' is not null and new.held->'folder' is distinct from old.held->'folder')
  execute function doom_held_photos();

-- Puts a removed post back as it was, with what people did with it. Its photos come under new ids, as `renewed` maps
-- them, for the old ones may still be on their way out. Columns that were added since are filled as for a new post.
-- Returns whether it is there: not when it is over, was never removed, or its author has left.
create function restore_post(removed jsonb, renewed jsonb, asked_at timestamptz) returns boolean
  language plpgsql as $$
declare
  post jsonb := removed->'post' || '{"like_count": 0, "repost_count": 0}';
  columns text;
  parents uuid[] := array[(post->>'reply_to')::uuid, (post->>'quote_of')::uuid];
begin
  if post is null or (post->>'expires_at')::timestamptz <= asked_at
    or not exists (select from users where id = (post->>'author_id')::uuid) then
    return false;
  end if;
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
  where attrelid = 'posts'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and post ? attname;
  execute format(
    'insert into posts (%1$s) select %1$s from jsonb_populate_record(null::posts, $1) on conflict do nothing', columns
  ) using post;
  if not found then
    return true;
  end if;
  -- It was counted when it was written.
  update posts set answer_count = answer_count - 1 where id = any(parents);
  insert into pictures (id, owner_id, kind, state, width, height, placeholder, alt, post_id, position, created_at)
  select (renewed->>(i.photo->>'id'))::uuid, (post->>'author_id')::uuid, 'photo', 'ready', (i.photo->>'width')::int,
    (i.photo->>'height')::int, i.photo->>'placeholder', i.photo->>'alt', (post->>'id')::uuid, i.position - 1, asked_at
  from jsonb_array_elements(removed->'photos') with ordinality as i (photo, position);
  insert into likes select l.* from jsonb_populate_recordset(null::likes, removed->'likes') l
    join users u on u.id = l.person_id;
  insert into reposts select r.* from jsonb_populate_recordset(null::reposts, removed->'reposts') r
    join users u on u.id = r.person_id;
  insert into bookmarks select b.* from jsonb_populate_recordset(null::bookmarks, removed->'bookmarks') b
    join users u on u.id = b.person_id;
  insert into post_tags select * from jsonb_populate_recordset(null::post_tags, removed->'tags');
  return true;
end
$$;
