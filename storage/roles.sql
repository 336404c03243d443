-- What each process may do with the database: all of it, and no more. Applied as a whole after the migrations, as often
-- as they are run. What was granted before and stands here no more is taken back. A role is named after its process.
-- One that is retired stays in the first list, and is granted nothing.

do $$
declare
  processes text[] := array[
    'backend', 'create_user', 'deliver_message', 'expire_posts', 'presign_upload', 'process_image'
  ];
  process text;
  ours regprocedure;
begin
  foreach process in array processes loop
    begin
      if not exists (select from pg_roles where rolname = process) then
        execute format('create role %I login', process);
      end if;
    exception when unique_violation or duplicate_object then
      -- Roles are of the whole cluster, and another database of it made this one in the same moment.
      null;
    end;
    -- On RDS, members of this role sign in with IAM's tokens, and with nothing else.
    if exists (select from pg_roles where rolname = 'rds_iam') then
      execute format('grant rds_iam to %I', process);
    end if;
    execute format('revoke all on all tables in schema public from %I', process);
    execute format('revoke all on schema public from %I', process);
  end loop;

  -- Whoever may do nothing here may not even come in.
  execute format('revoke all on database %I from public', current_database());
  revoke all on schema public from public;
  foreach process in array processes loop
    execute format('grant connect on database %I to %I', current_database(), process);
    execute format('grant usage on schema public to %I', process);
  end loop;

  -- Our own functions; those of extensions are for everybody.
  for ours in
    select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  loop
    execute format('revoke all on function %s from public', ours);
    foreach process in array processes loop
      execute format('revoke all on function %s from %I', ours, process);
    end loop;
  end loop;
end
$$;

-- Triggers that keep books do so with the owner's rights: whoever deletes likes need not be able to write posts.
alter function count_answer security definer set search_path = public, pg_temp;
alter function count_follows security definer set search_path = public, pg_temp;
alter function count_like security definer set search_path = public, pg_temp;
alter function count_repost security definer set search_path = public, pg_temp;
alter function doom_held_photos security definer set search_path = public, pg_temp;
alter function doom_picture security definer set search_path = public, pg_temp;
alter function keep_the_blocked_apart security definer set search_path = public, pg_temp;
alter function leave_reply_stubs security definer set search_path = public, pg_temp;
alter function part_the_blocked security definer set search_path = public, pg_temp;

-- The backend answers people. It deletes nobody, and changes no line of the moderators' log.
grant select, insert, update on users to backend;
grant select, insert, update, delete on
  posts, post_tags, post_words, sent_posts, likes, reposts, bookmarks, follows, blocks, mutes, former_handles, pictures,
  doomed_pictures
  to backend;
grant select, delete on reply_stubs to backend;
grant select, insert, update on sessions, exports, notifications, reports, cases, rates to backend;
grant select, insert on moderation_actions to backend;
grant execute on function
  post_expiry, post_creation, any_of, written_at, restore_post, restore_post_without_words,
  restore_post_without_notifications
  to backend;

-- Makes a person, if the handle is nobody's.
grant select (id, handle), insert (id, handle, display_name, created_at) on users to create_user;
grant select (handle, user_id, ends_at) on former_handles to create_user;
grant execute on function any_of to create_user;

-- Notes who will upload what, and counts how often.
grant select (id, suspended_at, deletes_at) on users to presign_upload;
grant insert (id, owner_id, kind, created_at) on pictures to presign_upload;
grant select, insert, update on rates to presign_upload;

-- Finds out what a picture is, puts it on, and deletes the one that was worn.
grant select, update (state, problem, width, height, placeholder), delete on pictures to process_image;
grant select (id, avatar_id, banner_id), update (avatar_id, banner_id) on users to process_image;
grant
  select (to_id, kind, about_id, latest_id, expires_at),
  insert (to_id, kind, about_id, latest_id, expires_at),
  update (latest_id, expires_at)
  on notifications to process_image;
grant execute on function post_expiry to process_image;

-- Messages are in DynamoDB; here it only tells who listens, for which no right is needed: deliver_message.

-- Deletes what is over, and reads of it no more than when that is and whose it was. To lock a row beside others who do
-- the same takes the right to write one of its columns: where there is no other, it is the one that tells the end.
grant select (id, author_id, expires_at), update (expires_at), delete on posts to expire_posts;
grant select (id, expires_at), update (expires_at), delete on reply_stubs to expire_posts;
grant select (key, ends_at), update (ends_at), delete on rates to expire_posts;
grant select (to_id, kind, about_id, latest_id, post_id, expires_at), update (expires_at), delete on notifications
  to expire_posts;
grant select (handle, ends_at), update (ends_at), delete on former_handles to expire_posts;
grant select (id, expires_at), update (expires_at), delete on sessions to expire_posts;
grant select (id, person_id, held, kept_until, expires_at), update (held, kept_until), delete on cases to expire_posts;
grant select (case_id), update (words) on reports to expire_posts;
grant select (created_at), delete on moderation_actions to expire_posts;
grant select (id, owner_id, post_id, created_at), update (position), delete on pictures to expire_posts;
grant select, update (due_at), delete on doomed_pictures to expire_posts;
grant
  select (id, person_id, state, asked_at, ready_at, ends_at, removed_at), update (removed_at), delete
  on exports to expire_posts;
grant select (post_id, person_id), delete on likes, reposts, bookmarks to expire_posts;
grant select (follower_id, followee_id), delete on follows to expire_posts;
grant select (muter_id, muted_id), delete on mutes to expire_posts;
grant select (blocker_id, blocked_id), delete on blocks to expire_posts;
grant
  select (id, avatar_id, banner_id, suspended_until, deletes_at, deletion_tried_at, left_pool_at),
  update (suspended_at, suspended_until, suspended_for, deletion_tried_at), delete
  on users to expire_posts;
