-- For the file that is being made: the address stands in the user pool alone, and is forgotten here with the last try.
alter table exports
  add column email text,
  add constraint only_who_waits_has_an_address check (email is null or state = 'waiting');
