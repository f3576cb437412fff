-- Who speaks in a mail of ours, and to which mailbox (in lower case, without what stands behind a plus) Mailroom itself does.
alter table outgoing_mail add column kind text not null default 'ANSWER'
    check (kind in ('ANSWER', 'AUTOMATIC_ANSWER', 'NOTICE'));
alter table outgoing_mail add column answers_to text;
update outgoing_mail set kind = 'NOTICE' where cause like 'notice:%';
update outgoing_mail
set kind = 'AUTOMATIC_ANSWER', answers_to = regexp_replace(lower(recipients[1]), '\+[^@]*@', '@')
where cause like 'confirmation:%' or cause like 'summary:%';

create index outgoing_mail_automatic_to on outgoing_mail (answers_to, created_at) where kind = 'AUTOMATIC_ANSWER';
create index outgoing_mail_automatic_from on outgoing_mail (inbox_key, created_at) where kind = 'AUTOMATIC_ANSWER';

-- Why no automatic mail may go to the requester, where none may.
alter table cases add column unanswerable_because text;
update cases
set unanswerable_because = (select min(note) from case_event
                            where case_number = cases.number and kind = 'CONFIRMATION_SUPPRESSED')
where not answerable;

-- Addresses to which mail failed for good, in lower case; the last time counts.
create table failed_address (
    address          text primary key check (address = lower(address)),
    status           text        not null,
    outgoing_mail_id bigint      not null references outgoing_mail,
    failed_at        timestamptz not null default now()
);

-- Times at which an inbox sent its customers no automatic mail, because it had sent too many; the one that lasts has no end.
create table automatic_mail_stop (
    id         bigint generated always as identity primary key,
    inbox_key  text        not null references inbox,
    stopped_at timestamptz not null default now(),
    held_back  integer     not null default 0,
    resumed_at timestamptz,
    resumed_by text                                -- user id
);
create unique index automatic_mail_stop_now on automatic_mail_stop (inbox_key) where resumed_at is null;

-- What admins are told of it, an inbox's own text or the one that is shipped.
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check
    check (kind in ('CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE', 'STOP'));
