-- Outlook's and Exchange's name of a conversation: Thread-Index, in Base64, and the part that all its mails share.
alter table message add column thread_index text;
alter table message add column thread_root text;
create index message_by_thread on message (thread_root, id) where thread_root is not null;

-- Somebody who has no part in the case wrote it.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
    check (kind in ('CUSTOMER', 'THIRD_PARTY', 'AUTOMATIC', 'CONFIRMATION', 'REPLY', 'SUMMARY'));

-- What becomes of a mail to a closed case.
alter table inbox add column when_closed text not null default 'REOPEN'
    check (when_closed in ('REOPEN', 'NEW_CASE', 'REJECT'));
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check
    check (kind in ('CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE', 'STOP', 'REJECTION'));

-- The case that this one was merged into.
alter table cases add column merged_into text references cases;
alter table cases drop constraint cases_outcome_check;
alter table cases add constraint cases_outcome_check
    check (outcome in ('COMPLETED', 'CANCELLED', 'MERGED'));
create index cases_merged on cases (merged_into) where merged_into is not null;
