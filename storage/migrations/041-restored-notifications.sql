-- A removed post is put back with what its author and those whom it names were told of it, where it was in their lists.
alter function restore_post rename to restore_post_without_notifications;
create function restore_post(removed jsonb, renewed jsonb, asked_at timestamptz) returns boolean
  language plpgsql as $$
begin
  if not restore_post_without_notifications(removed, renewed, asked_at) then
    return false;
  end if;
  insert into notifications (to_id, kind, about_id, latest_id, expires_at)
  select n.to_id, n.kind, n.about_id, n.latest_id, n.expires_at
  from jsonb_populate_recordset(null::notifications, removed->'notifications') n
    join users u on u.id = n.to_id
  on conflict do nothing;
  return true;
end
$$;
