-- How many requests somebody has made in a window of time. Unlogged: it is written at almost every request, and what
-- a crash takes with it only begins anew. The key is a keyed hash of who, and of which window: nothing can be read from it.
create unlogged table rates (
  key text collate "C" primary key,
  points int not null,
  ends_at timestamptz not null
  -- Room on the page for the next counts, which change no index.
) with (fillfactor = 50);

-- The sweep.
create index rates_by_end on rates (ends_at);

-- Uploads are counted there too.
alter table users
  drop column uploads_since,
  drop column uploads_begun;
