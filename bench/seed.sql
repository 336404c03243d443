-- A big Mayfly, made where it is kept: 100,000 people, 1,000,000 live posts, 5,000,000 follows, and what people do
-- with posts. Few write much and are followed by many; words and tags are used as often as in a real language.
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
-- Foreign keys and counters rest: what they keep true is made true below.
set session_replication_role = replica;
select setseed(0.42);

-- Indexes are made again when all is there.
create temp table put_aside as
  select i.indexrelid::regclass::text as name, t.relname as of_table, pg_get_indexdef(i.indexrelid) as definition,
    c.conname, pg_get_constraintdef(c.oid) as constraint_definition
  from pg_index i join pg_class t on t.oid = i.indrelid left join pg_constraint c on c.conindid = i.indexrelid
    and c.conrelid = i.indrelid
  where t.relnamespace = 'public'::regnamespace
    and (t.relname in ('likes', 'reposts', 'bookmarks', 'follows', 'post_tags', 'post_words')
      or t.relname = 'posts' and not i.indisprimary);
do $$
declare one record;
begin
  for one in select * from put_aside loop
    if one.conname is null then
      execute format('drop index %s', one.name);
    else
      execute format('alter table %I drop constraint %I', one.of_table, one.conname);
    end if;
  end loop;
end
$$;

-- For whoever measures: the moment at which all of it is as it should be.
create table moment as select date_trunc('second', now()) as seeded_at;

-- The rule of domain/expiring-id.ts.
create function pg_temp.expiring_id(created timestamptz, expires timestamptz) returns uuid language sql volatile as $$
  select (
    lpad(to_hex((extract(epoch from created) * 1000)::bigint), 12, '0')
    || to_hex(32768 | (seconds >> 20)::int)
    || to_hex((2::bigint << 62) | ((seconds & 1048575) << 42) | (random() * 4398046511103)::bigint)
  )::uuid
  from (select extract(epoch from expires)::bigint - 1735689600 as seconds) expiry
$$;

-- The first of n are the most used, as words are: the second half as often, the tenth a tenth as often.
create function pg_temp.zipf(n int) returns int language sql volatile as $$
  select least(n, floor(exp(random() * ln(n + 1)))::int)
$$;

create temp table words as
  with syllable as (
    select row_number() over () - 1 as number, consonant || vowel as text
    from unnest(string_to_array('b d k l m n r s t v', ' ')) consonant, unnest(string_to_array('a e i o u', ' ')) vowel
  )
  select n, case when n <= 30
    then (string_to_array('the to and a of in is it you that for on with this my be are not have at so but we was just all what as they me', ' '))[n]
    -- 7919 and 125,000 have no common factor, so no two words are the same.
    else (select text from syllable where number = n * 7919 / 2500 % 50)
      || (select text from syllable where number = n * 7919 / 50 % 50)
      || (select text from syllable where number = n * 7919 % 50) end as word
  from generate_series(1, 60000) n;

-- Handles and names are of words as well, so that few or many begin alike.
insert into users (id, handle, display_name, bio, suspended_at, created_at)
  select md5('person' || person.n)::uuid,
    case when person.n in (1, 1000) then 'person_' || person.n
      else handle.word || case when person.n >= 59000 then '_2' else '' end end,
    initcap(first.word) || ' ' || initcap(last.word), 'Somebody, number ' || person.n,
    case when person.n % 500 = 77 then seeded_at end, seeded_at - interval '90 days'
  from moment, (
    select n, 31 + pg_temp.zipf(3000) as first, 31 + pg_temp.zipf(20000) as last from generate_series(1, 100000) n
  ) person join words handle on handle.n = 31 + person.n % 59000 join words first on first.n = person.first
    join words last on last.n = person.last;
create temp table people as select n, md5('person' || n)::uuid as id from generate_series(1, 100000) n;
alter table people add primary key (n) include (id);

-- Each follows somebody of each rank, so nobody is followed twice; the reader follows 200.
insert into follows (follower_id, followee_id, created_at, id)
  select a.id, b.id, seeded_at - ago, uuidv7(-ago)
  from moment, (
    select n, 1 + least + floor(random() * (most - least))::int as followee, interval '90 days' * random() as ago
    from (select n, case when n = 1000 then 200 else 10 + floor(random() * 81)::int end as many from people) p,
      lateral (
        select floor(100000 * power((k - 1)::float8 / many, 2.5))::int as least,
          floor(100000 * power(k::float8 / many, 2.5))::int as most
        from generate_series(1, many) k
      ) rank
    where most > least
    offset 0
  ) f join people a using (n) join people b on b.n = f.followee
  where a.n <> b.n;
update users u set follower_count = f.number
  from (select followee_id, count(*) as number from follows group by followee_id) f where f.followee_id = u.id;
update users u set following_count = f.number
  from (select follower_id, count(*) as number from follows group by follower_id) f where f.follower_id = u.id;
insert into blocks (blocker_id, blocked_id, created_at)
  select a.id, b.id, seeded_at
  from moment, (
    select case when n <= 100 then 1000 else 1 + n * 5 % 100000 end as blocker, 2000 + n * 7919 % 90000 as blocked
    from generate_series(1, 20000) n
  ) pair join people a on a.n = blocker join people b on b.n = blocked
  where blocker <> blocked
  on conflict do nothing;
insert into mutes (muter_id, muted_id, created_at)
  select a.id, b.id, seeded_at
  from moment, generate_series(1, 20) k join people b on b.n = 10 + k * 5 join people a on a.n = 1000;
update users set muted_words = array['all', 'what they', 'nowhere'],
    muted_queries = array['(''all'')', '(''what'' <-> ''they'')', '(''nowhere'')']
  where handle = 'person_1000';

-- What posts are put together from.
create temp table pieces as
  select token.n, string_agg(word, ' ' order by place) as body,
    string_agg(word || ':' || place, ' ' order by place)::tsvector as words
  from (
    select n, place, pg_temp.zipf(60000) as which
    from generate_series(1, 60000) n, generate_series(1, 2 + floor(12 * power(random(), 1.5))::int + n * 0) place
  ) token join words w on w.n = token.which
  group by token.n;
alter table pieces add primary key (n);

-- Each post in its place in time; how many there are of a lifetime follows from how long it is.
create temp table born as
  select row_number() over (order by created_at) as n, *,
    1 + floor(100000 * power(random(), 2))::int as author, random() as kind,
    1 + floor(60000 * random())::int as beginning, 1 + floor(60000 * random())::int as ending,
    case when random() < 0.25 then 30 + pg_temp.zipf(20000) end as tag,
    case when random() < 0.15 then 1 else 0 end as photos, random() as luck
  from (
    select lifetime, hours, seeded_at - hours * interval '1 hour' * random() * 0.999 as created_at
    from moment, generate_series(1, 1000000) number, lateral (
      select (array['1-hour', '3-hours', '12-hours', '1-day', '3-days', '7-days', '30-days'])[which] as lifetime,
        (array[1, 3, 12, 24, 72, 168, 720])[which] as hours
      from (select width_bucket(random() + number * 0, array[0, 0.0005, 0.002, 0.012, 0.05, 0.14, 0.7]) as which) chosen
    ) l
  ) life;

-- Seven in ten begin a thread, and the others answer such a post. Nothing outlives what it answers.
create temp table roots as
  select *, row_number() over (order by n) as root_number, pg_temp.expiring_id(created_at, expires_at) as id
  from (select *, date_trunc('second', created_at + hours * interval '1 hour') as expires_at from born) b
  where kind < 0.7;
create unique index on roots (root_number);
create temp table answers as
  select *, pg_temp.expiring_id(created_at, expires_at) as id
  from (
    select b.*, r.id as reply_to, least(date_trunc('second', b.created_at + b.hours * interval '1 hour'), r.expires_at) as expires_at
    from (
      select *, greatest(1, floor(0.7 * n - 1 - least(50000, n / 2) * power(random(), 3)))::int as answered
      from born where kind >= 0.7
    ) b join roots r on r.root_number = b.answered
  ) a;
analyze pieces, people, roots, answers;

create temp table written as
  select w.*, floor(0.15 / (luck + 0.00001))::int as likes, floor(0.05 / (luck + 0.00001))::int as reposts,
    floor(0.03 / (luck + 0.00001))::int as bookmarks
  from (
    select n, id, author, null::uuid as reply_to, lifetime, created_at, expires_at, beginning, ending, tag, photos, luck
    from roots
    union all
    select n, id, author, reply_to, lifetime, created_at, expires_at, beginning, ending, tag, photos, luck from answers
  ) w;
insert into posts (id, author_id, body, reply_to, root_id, photo_count, like_count, repost_count, answer_count, lifetime,
    created_at, expires_at)
  select w.id, a.id, b.body || ' ' || e.body || coalesce(' #' || tag.word, ''), w.reply_to, w.reply_to, photos, likes,
    reposts, coalesce(r.answers, 0), lifetime, created_at, expires_at
  from written w join people a on a.n = w.author join pieces b on b.n = w.beginning join pieces e on e.n = w.ending
    left join words tag on tag.n = w.tag
    left join (select reply_to, count(*) as answers from answers group by reply_to) r on r.reply_to = w.id
  order by w.n;
insert into post_words (post_id, words)
  select w.id, b.words || e.words
    || array_to_tsvector(array_remove(array['#' || tag.word, '@' || replace(a.id::text, '-', ''),
      '~h' || div(extract(epoch from w.created_at), 3600), '~d' || div(extract(epoch from w.created_at), 86400)], null))
  from written w join people a on a.n = w.author join pieces b on b.n = w.beginning join pieces e on e.n = w.ending
    left join words tag on tag.n = w.tag
  order by w.n;
insert into post_tags (tag, post_id, author_id)
  select tag.word, w.id, a.id
  from written w join people a on a.n = w.author join words tag on tag.n = w.tag
  order by w.n;
insert into pictures (id, owner_id, kind, state, width, height, placeholder, post_id, position, created_at)
  select md5('photo' || w.n)::uuid, a.id, 'photo', 'ready', 1280, 960, 'placeholder', w.id, 0, created_at
  from written w join people a on a.n = w.author
  where photos > 0;

-- Whoever likes a post does so soon after it was written; 7919 and 100,000 have no common factor, so nobody twice.
do $$
declare kind text;
begin
  foreach kind in array array['likes', 'reposts', 'bookmarks'] loop
    execute format(
      'insert into %1$I (post_id, person_id, id)
        select w.id, a.id, pg_temp.expiring_id(w.created_at + (seeded_at - w.created_at) * power(random(), 4), w.expires_at)
        from moment, (
          select *, 1 + (n + author + k * 7919) %% 100000 as person from written, generate_series(1, %1$I) k
        ) w join people a on a.n = w.person', kind);
  end loop;
end
$$;

do $$
declare one record;
begin
  for one in select * from put_aside loop
    if one.conname is null then
      execute one.definition;
    else
      execute format('alter table %I add constraint %I %s', one.of_table, one.conname, one.constraint_definition);
    end if;
  end loop;
end
$$;

-- What the authors are told of it.
insert into notifications (to_id, kind, about_id, latest_id, expires_at)
  select p.author_id, 'like', p.id, l.id, p.expires_at
  from posts p, lateral (select l.id from likes l where l.post_id = p.id order by l.id desc limit 1) l
  where p.like_count > 0
  union all
  select p.author_id, 'repost', p.id, r.id, p.expires_at
  from posts p, lateral (select r.id from reposts r where r.post_id = p.id order by r.id desc limit 1) r
  where p.repost_count > 0
  union all
  select p.author_id, 'reply', p.id, r.id, p.expires_at
  from posts p, lateral (select r.id from posts r where r.reply_to = p.id order by r.id desc limit 1) r
  where p.answer_count > 0;
insert into notifications (to_id, kind, about_id, latest_id, expires_at)
  select f.followee_id, 'follow', '00000000-0000-0000-0000-000000000000',
    pg_temp.expiring_id(f.created_at, f.created_at + interval '30 days'), f.created_at + interval '30 days'
  from (select followee_id, max(created_at) as created_at from follows group by followee_id) f, moment
  where f.created_at > seeded_at - interval '29 days';

alter table moment add column common_tag text, add column rare_word text;
update moment set common_tag = (select word from words where n = 31), rare_word = (select word from words where n = 20000);
