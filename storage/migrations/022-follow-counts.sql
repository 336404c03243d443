-- How many follow a person, and how many they follow, whoever these are. Counting takes too long where it is many: an
-- index alone does not tell whether an entry is there for everybody.
alter table users
  add column follower_count int not null default 0 check (follower_count >= 0),
  add column following_count int not null default 0 check (following_count >= 0);

-- What was done to follows counts with both people. They are locked in the order of their ids, so that nobody waits in
-- a circle; whoever deletes follows locks them before, as blocks do.
create function count_follows() returns trigger language plpgsql as $$
declare
  step int := case tg_op when 'INSERT' then 1 else -1 end;
  ids uuid[] := array(
    select id from users
    where id = any(array(select follower_id from changed union select followee_id from changed))
    order by id for no key update
  );
begin
  update users u
  set follower_count = u.follower_count + step * n.followers, following_count = u.following_count + step * n.following
  from (
    select id, sum(followers)::int as followers, sum(following)::int as following
    from (
      select followee_id as id, 1 as followers, 0 as following from changed
      union all
      select follower_id, 0, 1 from changed
    ) one
    group by id
  ) n
  -- By their ids as well: so they are found by index, also where many were changed the first time.
  where u.id = n.id and u.id = any(ids);
  return null;
end
$$;

-- Triggers go by their names: this one before `a_follow_minds_blocks`, which locks one of the two alone.
create trigger a_follow_counts after insert on follows
  referencing new table as changed for each statement execute function count_follows();
create trigger an_unfollow_counts after delete on follows
  referencing old table as changed for each statement execute function count_follows();

update users u set follower_count = f.number
from (select followee_id, count(*) as number from follows group by followee_id) f where f.followee_id = u.id;
update users u set following_count = f.number
from (select follower_id, count(*) as number from follows group by follower_id) f where f.follower_id = u.id;
