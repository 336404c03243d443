alter table users
  -- When the account was deleted from the user pool. The rest goes only then: whoever signs in and has no row is made
  -- anew.
  add column left_pool_at timestamptz,
  add constraint only_the_deleted_leave_the_pool check (left_pool_at is null or deletion_tried_at is not null);
