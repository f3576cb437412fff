-- Accounts on mail servers by which the mail of some inboxes leaves. That of the settings, 0, has none of these.
alter table outgoing_account
    add column host             text,
    add column port             integer check (port between 1 and 65535),
    add column security         text    check (security in ('NONE', 'STARTTLS', 'TLS')),
    add column proxy            text,
    add column login_id         bigint  references mail_login,    -- null where one need not log in
    add column connections      integer not null default 3 check (connections between 1 and 100),
    add column mails_per_minute integer not null default 0 check (mails_per_minute >= 0),
    add check (id = 0 or host is not null and port is not null and security is not null);
