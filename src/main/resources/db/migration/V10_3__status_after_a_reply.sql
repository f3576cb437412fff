-- What an agent reads of an open case besides that it is open, such as "Customer replied"; null where there is nothing to say.
alter table cases add column status text;

alter table inbox add column marks_replies boolean not null default false;

-- The status that a reply of the customer gives a case, one for all inboxes.
create table reply_status (
    single boolean primary key default true check (single),
    status text    not null
);
insert into reply_status (status) values ('Customer replied');
