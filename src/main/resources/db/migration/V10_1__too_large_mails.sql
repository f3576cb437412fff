-- Of a mail that is larger than allowed only the header is kept: how large it is in bytes, and what was allowed.
alter table received_mail add column whole_size bigint;
alter table received_mail add column size_limit bigint;
