-- A page of somebody's posts, or of a tag, is read by index in its order, and no more than the page. Where nearly all
-- write little, Postgres would rather read all of what one person wrote and sort it, as soon as many rows have changed
-- since they were last vacuumed. So it takes everybody for somebody who writes much, and each tag for one that many use.
alter table posts alter column author_id set (n_distinct = 1000);
alter table post_tags alter column tag set (n_distinct = 1000);
