-- Where deleted replies stood that others answer: the answers keep their place in the thread. No word of the reply, and
-- nothing about who wrote it. No answer outlives what it answers, so neither does a stub need to.
create table reply_stubs (
  id uuid primary key,
  -- What it answered; the next one up that was still there, if that went as well.
  reply_to uuid not null,
  expires_at timestamptz not null,
  constraint the_id_tells_the_expiry check (expires_at = post_expiry(id))
);
create index reply_stubs_by_parent on reply_stubs (reply_to, id) include (expires_at);
-- The sweep.
create index reply_stubs_by_expiry on reply_stubs (expires_at);

-- One for all that a statement deletes: a person may go with a reply and their own answer to it. What stood below a
-- reply that goes moves up, so that a stub never hangs on another one.
create function leave_reply_stubs() returns trigger language plpgsql as $$
begin
  with recursive left_behind as (
    (
      select g.id, g.reply_to, g.expires_at from gone g
      where g.reply_to is not null and exists (select from posts p where p.reply_to = g.id)
      union all
      select s.id, s.reply_to, s.expires_at from gone g join reply_stubs s on s.reply_to = g.id
    )
    union all
    select l.id, above.reply_to, l.expires_at
    from left_behind l, lateral (
      select g.reply_to from gone g where g.id = l.reply_to
      union all
      select s.reply_to from reply_stubs s where s.id = l.reply_to
      limit 1
    ) above
  )
  insert into reply_stubs (id, reply_to, expires_at)
  select l.id, l.reply_to, l.expires_at from left_behind l
  where l.reply_to is not null
    and not exists (select from gone g where g.id = l.reply_to)
    and not exists (select from reply_stubs s where s.id = l.reply_to)
  on conflict (id) do update set reply_to = excluded.reply_to;
  return null;
end
$$;
create trigger deleted_replies_leave_stubs after delete on posts
  referencing old table as gone
  for each statement execute function leave_reply_stubs();
