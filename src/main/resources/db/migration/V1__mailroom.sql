-- Mailroom's own tables. The engine keeps its own (ACT_*) in the same database.
-- Every instant is timestamptz; every list that people page through has an index in its order.

create table inbox (
    key             text primary key,
    name            text    not null unique,
    address         text    not null unique check (address = lower(address)),
    case_prefix     text    not null unique check (case_prefix ~ '^[A-Z][A-Z0-9]{0,9}$'),
    default_owner   text,
    confirms        boolean not null default true,
    summarises      boolean not null default false,
    adds_contacts   boolean not null default true,
    target_minutes  integer not null default 1440 check (target_minutes > 0),
    reopen_minutes  integer not null default 20160 check (reopen_minutes >= 0)
);

create sequence case_number_seq start with 1001;

-- A text that is sent; one that is not here is the one that Mailroom ships.
create table mail_text (
    inbox_key text not null references inbox,
    kind      text not null check (kind in ('CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE')),
    subject   text not null,
    body      text not null,
    primary key (inbox_key, kind)
);

create table escalation_rule (
    inbox_key   text    not null references inbox,
    level       integer not null check (level between 1 and 9),
    minutes     integer not null,                 -- after the due date; negative is before
    action      text    not null check (action in ('RAISE_PRIORITY', 'NOTIFY', 'REASSIGN')),
    target      text,                             -- user or group: whom to notify or who gets it
    primary key (inbox_key, level)
);

create table contact (
    id         bigint generated always as identity primary key,
    name       text,
    agent      text,
    created_at timestamptz not null default now()
);

create table contact_address (
    address    text primary key check (address = lower(address)),
    contact_id bigint not null references contact
);
create index contact_address_contact on contact_address (contact_id);

create table mailbox_account (
    id               bigint generated always as identity primary key,
    name             text    not null unique,
    inbox_key        text    not null references inbox,
    host             text    not null,
    port             integer not null check (port between 1 and 65535),
    security         text    not null check (security in ('NONE', 'STARTTLS', 'TLS')),
    username         text    not null,
    password         bytea   not null,            -- encrypted
    folder           text    not null default 'INBOX',
    uid_validity     bigint,
    last_uid         bigint  not null default 0,
    leased_by        text,
    leased_until     timestamptz,
    last_good_pickup timestamptz,
    last_error       text
);

-- Each mail as it came, verbatim, once.
create table received_mail (
    id              bigint generated always as identity primary key,
    mailbox_id      bigint references mailbox_account,
    uid_validity    bigint,
    uid             bigint,
    inbox_key       text        not null references inbox,
    message_id      text        not null,
    digest          bytea       not null,          -- of all but the fields that each hop adds
    raw             bytea       not null,
    received_at     timestamptz not null default now(),
    state           text        not null default 'RECEIVED'
        check (state in ('RECEIVED', 'DELIVERED', 'FILED', 'IGNORED', 'REFUSED', 'QUARANTINED')),
    reason          text,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    case_number     text,
    unique (mailbox_id, uid_validity, uid)
);
-- By hash: a Message-ID may be longer than an index entry can be.
create unique index received_mail_once on received_mail (inbox_key, digest, md5(message_id));
create index received_mail_todo on received_mail (next_attempt_at) where state = 'RECEIVED';
-- An answer waits for the mail that it answers.
create index received_mail_waiting on received_mail (md5(message_id)) where state = 'RECEIVED';

create table content (
    sha256 bytea primary key,
    bytes  bytea not null
);

create table cases (
    number              text primary key,
    inbox_key           text        not null references inbox,
    state               text        not null check (state in ('OPEN', 'WAITING', 'CLOSED')),
    outcome             text check (outcome in ('COMPLETED', 'CANCELLED')),
    subject             text        not null,
    requester_address   text        not null,
    requester_name      text,
    contact_id          bigint references contact,
    answerable          boolean     not null,      -- whether automatic mail may go to the requester
    owner               text,
    priority            integer     not null default 50,
    due_at              timestamptz,
    time_left_seconds   bigint,                    -- until the due date, when the clock was stopped; null while it runs
    escalated_until     timestamptz,               -- every escalation planned up to here was carried out
    continues           text references cases,     -- the closed case that this one goes on from
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    process_instance_id text unique
);
create index cases_open on cases (inbox_key, due_at, number) where state <> 'CLOSED';
create index cases_owner on cases (owner, due_at, number) where state <> 'CLOSED';

create table message (
    id               bigint generated always as identity primary key,
    case_number      text        not null references cases,
    direction        text        not null check (direction in ('IN', 'OUT')),
    kind             text        not null check (kind in ('CUSTOMER', 'AUTOMATIC', 'CONFIRMATION', 'REPLY', 'SUMMARY')),
    message_id       text,                         -- null only while a reply is being composed
    reference_ids    text[]      not null default '{}',
    from_address     text        not null,
    from_name        text,
    to_addresses     text[]      not null default '{}',
    cc_addresses     text[]      not null default '{}',
    subject          text        not null,
    body             text        not null,
    new_text         text        not null,
    html             text,
    warnings         text[]      not null default '{}',
    author           text,                         -- user id of the agent who wrote it
    received_mail_id bigint references received_mail,
    outgoing_mail_id bigint,
    at               timestamptz not null
);
create index message_of_case on message (case_number, at, id);
create index message_by_id on message (md5(message_id));

create table attachment (
    message_id bigint  not null references message,
    position   integer not null,
    name       text    not null,
    type       text    not null,
    size       integer not null,
    sha256     bytea   not null references content,
    inline     boolean not null,
    content_id text,
    primary key (message_id, position)
);

-- The timeline of a case: who, when, what. Never changed, never deleted while the case is kept.
create table case_event (
    id          bigint generated always as identity primary key,
    case_number text        not null references cases,
    at          timestamptz not null,
    actor       text,                              -- user id; null is Mailroom itself
    kind        text        not null,
    old_value   text,
    new_value   text,
    note        text
);
create index case_event_of_case on case_event (case_number, id);

create table outgoing_mail (
    id              bigint generated always as identity primary key,
    cause           text        not null unique,   -- what this mail is for; the same cause is never sent twice
    case_number     text references cases,
    inbox_key       text        not null references inbox,
    message_id      text        not null unique,
    envelope_from   text        not null,          -- empty: nobody is told of a failure (RFC 5321, 4.5.5)
    recipients      text[]      not null check (cardinality(recipients) > 0),
    subject         text        not null,
    raw             bytea       not null,
    state           text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error      text,
    created_at      timestamptz not null default now(),
    sent_at         timestamptz
);
create index outgoing_mail_todo on outgoing_mail (next_attempt_at) where state = 'WAITING';
create index outgoing_mail_of_case on outgoing_mail (case_number);
