-- What search looks in: the words of a post in their places, and marks for its tags, its author and when it was
-- written (storage/search-marks.ts). Apart from posts: a like writes its post anew, and all of its indexes.
create table post_words (
  post_id uuid primary key references posts (id) on delete cascade,
  words tsvector not null
);
-- Without fastupdate, whose list every search would read through.
create index post_words_by_word on post_words using gin (words) with (fastupdate = off);

-- The words of posts from before, as near as SQL comes to domain/words.ts.
insert into post_words (post_id, words)
select p.id,
  (select coalesce(string_agg(format('%L:%s', word, place), ' '), '')::tsvector
    from (
      select left(word, 64) as word, place
      from regexp_matches(
        regexp_replace(lower(normalize(p.body || ' ' || coalesce(p.content_warning, ''), NFKD)), '[\u0300-\u036f]', '', 'g'),
        '[[:alnum:]'']+', 'g'
      ) with ordinality as found (parts, place), unnest(parts) as word
    ) words
    where word <> '')
  || array_to_tsvector(array[
    '@' || replace(p.author_id::text, '-', ''),
    '~h' || post_creation(p.id) / 3600,
    '~d' || post_creation(p.id) / 86400
  ] || array(select '#' || tag from post_tags t where t.post_id = p.id))
from posts p;

-- Tags are compared by their letters alone, so that all that begin alike lie side by side; and their people are
-- counted without a look at the table.
alter table post_tags
  drop constraint post_tags_pkey,
  alter column tag type text collate "C",
  add primary key (tag, post_id) include (author_id);

-- A removed post is put back with its words.
alter function restore_post rename to restore_post_without_words;
create function restore_post(removed jsonb, renewed jsonb, asked_at timestamptz) returns boolean
  language plpgsql as $$
begin
  if not restore_post_without_words(removed, renewed, asked_at) then
    return false;
  end if;
  insert into post_words select * from jsonb_populate_recordset(null::post_words, removed->'words')
  on conflict do nothing;
  return true;
end
$$;

-- What a reader does not want to read, as one query: each muted word as a query of its own, in the order of the words,
-- null where there is nothing to look for.
create function any_of(queries text[]) returns tsquery
  language sql immutable strict parallel safe
  return nullif(array_to_string(queries, ' | '), '')::tsquery;
alter table users
  add column muted_queries text[] not null default '{}',
  add column muted_query tsquery generated always as (any_of(muted_queries)) stored;
update users set muted_queries = array(
  select '(' || (
    select string_agg(format('%L', parts[1]), ' <-> ')
    from regexp_matches(lower(word), '[[:alnum:]'']+', 'g') as found (parts)
  ) || ')'
  from unnest(muted_words) with ordinality as muted (word, place) order by place
) where muted_words <> '{}';
