-- Accounts on mail servers are set up while Mailroom runs; how they are logged in to stands in a table of its own.
create table mail_login (
    id             bigint generated always as identity primary key,
    username       text not null,
    password       bytea,                         -- encrypted, as all that is bytea here
    token_endpoint text,                          -- where access tokens come from (RFC 6749); null with a password
    client_id      text,
    client_secret  bytea,
    scope          text,
    refresh_token  bytea,                         -- null where the client gets tokens in its own name
    access_token   bytea,
    access_until   timestamptz,
    check ((password is not null) = (token_endpoint is null)),
    check ((token_endpoint is null) = (client_id is null))
);

alter table mailbox_account
    add login_id      bigint references mail_login,
    add protocol      text    not null default 'IMAP' check (protocol in ('IMAP', 'POP3')),
    add proxy         text,
    add afterwards    text    not null default 'FLAG' check (afterwards in ('KEEP', 'FLAG', 'MOVE', 'DELETE')),
    add move_to       text,
    add sent_folder   text,                       -- gets a copy of what is sent from the inbox; null is none
    add skips_old     boolean not null default false,
    add paused        boolean not null default false,
    add removed_at    timestamptz,                -- the log still names it
    add version       integer not null default 1, -- of the set-up: a connection of an older one is closed
    add watched_since timestamptz not null default now(), -- added or resumed
    add first_uid     bigint  not null default 0, -- what is up to here was there before us and is left alone
    add failures      integer not null default 0, -- one after the other
    add next_try_at   timestamptz,                -- null while all is well
    add failing_since timestamptz,
    add alarmed_at    timestamptz,
    add reconciled_at timestamptz,
    add check ((afterwards = 'MOVE') = (move_to is not null));

do $$
declare
    account record;
    login   bigint;
begin
    for account in select id, username, password from mailbox_account loop
        insert into mail_login (username, password) values (account.username, account.password) returning id into login;
        update mailbox_account set login_id = login where id = account.id;
    end loop;
end $$;

alter table mailbox_account
    add check (login_id is not null or removed_at is not null),
    drop username,
    drop password,
    drop constraint mailbox_account_name_key;
create unique index mailbox_account_name on mailbox_account (name) where removed_at is null;

-- POP3 numbers its mail by texts (UIDL, RFC 1939).
create table pop3_mail (
    mailbox_id bigint not null references mailbox_account,
    uidl       text   not null,
    primary key (mailbox_id, uidl)
);

-- Copies of sent mail that the folder of an account has still to get.
create table sent_copy (
    mailbox_id       bigint not null references mailbox_account,
    outgoing_mail_id bigint not null references outgoing_mail on delete cascade,
    primary key (mailbox_id, outgoing_mail_id)
);

-- What admins are told of a mailbox that is not picked up any more, and of one that is again.
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check
    check (kind in ('CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE', 'STOP', 'REJECTION', 'QUARANTINE', 'SILENT', 'BACK'));
