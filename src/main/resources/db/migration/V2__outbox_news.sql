-- Of a mail's recipients those for whom the mail server took it already: the next try leaves them out.
alter table outgoing_mail add column taken_for text[] not null default '{}';

-- What the outbox has still to tell the house; a row goes when everybody who listens has taken it.
create table outgoing_mail_news (
    id               bigint generated always as identity primary key,
    outgoing_mail_id bigint      not null references outgoing_mail,
    kind             text        not null check (kind in ('SENT', 'FAILED')),
    attempts         integer     not null default 0,
    next_attempt_at  timestamptz not null default now()
);
create index outgoing_mail_news_of_mail on outgoing_mail_news (outgoing_mail_id, id);
