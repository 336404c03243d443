-- A posted photo is a copy under its post's id, and has left the folder in which it was made.
-- Copies are on the list before they are made: until due_at the post that they are for may take them off.
alter table doomed_pictures
  drop constraint doomed_pictures_pkey,
  alter column id set not null,
  add column post_id uuid,
  -- Null: doomed for good, and due at once.
  add column due_at timestamptz,
  add unique nulls not distinct (id, post_id);

create or replace function doom_picture() returns trigger language plpgsql as $$
begin
  insert into doomed_pictures (id, kind, owner_id, post_id)
  values (old.id, old.kind, old.owner_id, old.post_id)
  on conflict do nothing;
  return null;
end
$$;

-- Photos from before lie where no address leads: they go, and so do posts that were nothing but photos.
delete from posts p where body = '' and exists (select from pictures i where i.post_id = p.id);
delete from pictures where kind = 'photo' and state = 'ready';
