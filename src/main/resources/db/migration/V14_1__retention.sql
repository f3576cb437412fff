-- What is left of a received mail that was deleted, so that it does not come in again: nothing of what stood in it.
create table forgotten_mail (
    id             bigint      primary key,        -- the number that it had in received_mail
    inbox_key      text        not null references inbox,
    digest         bytea       not null,
    message_id_md5 uuid        not null,
    forgotten_at   timestamptz not null default now(),
    mailbox_id     bigint,                         -- where it lies on its server, if it does still
    uid_validity   bigint,
    uid            bigint,
    unique (inbox_key, digest, message_id_md5)
);
create index forgotten_mail_of_mailbox on forgotten_mail (mailbox_id, uid_validity, uid);

-- The mail as it came, or as it left, may go before the rest does.
alter table received_mail alter column raw drop not null;
alter table outgoing_mail alter column raw drop not null;

-- What was noted of an outgoing mail goes with it.
alter table outgoing_mail_news drop constraint outgoing_mail_news_outgoing_mail_id_fkey;
alter table outgoing_mail_news add constraint outgoing_mail_news_outgoing_mail_id_fkey
    foreign key (outgoing_mail_id) references outgoing_mail on delete cascade;
alter table failed_address drop constraint failed_address_outgoing_mail_id_fkey;
alter table failed_address add constraint failed_address_outgoing_mail_id_fkey
    foreign key (outgoing_mail_id) references outgoing_mail on delete cascade;
create index failed_address_of_mail on failed_address (outgoing_mail_id);

-- To delete a row is to look for all that refer to it.
create index attachment_of_content on attachment (sha256);
create index message_of_received_mail on message (received_mail_id) where received_mail_id is not null;
create index cases_of_contact on cases (contact_id) where contact_id is not null;
create index cases_continuing on cases (continues) where continues is not null;
create index cases_closed on cases (closed_at) where state = 'CLOSED';
create index received_mail_of_case on received_mail (case_number) where case_number is not null;
