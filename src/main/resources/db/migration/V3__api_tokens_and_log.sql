-- What a program shows instead of a login. The token itself is nowhere, only its SHA-256.
create table api_token (
    id         bigint generated always as identity primary key,
    name       text        not null unique,
    sha256     bytea       not null unique,
    scopes     text[]      not null check (cardinality(scopes) > 0),
    made_by    text        not null,               -- user id
    made_at    timestamptz not null default now(),
    ends_at    timestamptz,                        -- null: until it is revoked
    last_used  timestamptz
);

-- What the log of received mail tells: how the mail was understood, and by what evidence.
alter table received_mail add column kind         text;
alter table received_mail add column evidence     text[] not null default '{}';
alter table received_mail add column from_address text;
alter table received_mail add column subject      text;
alter table received_mail add column settled_at   timestamptz;

-- The log is read from its end, all of it or one state of it.
create index received_mail_by_state on received_mail (state, id desc);
