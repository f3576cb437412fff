-- What admins are told of a mail that could not be taken in, an inbox's own text or the one that is shipped.
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check
    check (kind in ('CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE', 'STOP', 'REJECTION', 'QUARANTINE'));
