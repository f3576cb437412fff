-- How form mail of one kind is known and read; one that is not here is one that Mailroom ships.
create table form_profile (
    key        text  primary key check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    definition jsonb not null check (definition ->> 'key' = key)
);
