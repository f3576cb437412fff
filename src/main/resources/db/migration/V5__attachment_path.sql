-- Where a file lies: its name behind the names of the files around it, such as fwd.eml/photo.jpg.
alter table attachment add column path text;
update attachment set path = name;
alter table attachment alter column path set not null;
