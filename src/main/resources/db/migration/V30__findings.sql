-- What got stuck, as the watch found it: one row for each thing from when it was found until it is over.
create table finding (
    id                  bigint generated always as identity primary key,
    kind                text        not null check (kind in ('CASE_WITHOUT_WORK', 'PROCESS_WITHOUT_CASE', 'FAILED_STEP',
                                                             'SUSPENDED_INSTANCE', 'QUARANTINED_MAIL', 'MAIL_NOT_TAKEN_IN')),
    thing               text        not null,           -- number of the case, or id of the process, the job or the received mail
    inbox_key           text        references inbox,   -- null if it belongs to none
    case_number         text        references cases,   -- null if it belongs to none
    process_instance_id text,
    step                text,                           -- the name of the step that failed
    cause               text,                           -- what went wrong, in words of ours
    found_at            timestamptz not null,
    told_at             timestamptz,                    -- when supervisors and admins got a mail; null until then
    over_at             timestamptz                     -- null while it is stuck
);
create unique index finding_open on finding (kind, thing) where over_at is null;
create index finding_of_case on finding (case_number);
create index received_mail_quarantined on received_mail (id) where state = 'QUARANTINED';
