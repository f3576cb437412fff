-- An inbox that is switched off receives no mail; the log knows which mail that was.
alter table inbox add column receives boolean not null default true;

alter table received_mail add column refused_by text references inbox;
create index received_mail_refused on received_mail (refused_by) where state = 'REFUSED';
