-- Under which key a post was sent: a browser that never heard the answer sends it again, and it is one post.
create table sent_posts (
  author_id uuid not null references users (id) on delete cascade,
  key uuid not null,
  post_id uuid not null unique references posts (id) on delete cascade,
  primary key (author_id, key)
);
