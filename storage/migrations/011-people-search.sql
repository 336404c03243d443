-- People whose handle or name begins like this, however few letters were typed.
create index users_by_handle_beginning on users ((handle::text) collate "C");
create index users_by_name_beginning on users (lower(display_name) collate "C");
