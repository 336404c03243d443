-- How many uploads a person has begun since the first of the hour. Counted apart from the pictures, which may go before.
alter table users
  add column uploads_since timestamptz not null default '-infinity',
  add column uploads_begun smallint not null default 0;
