-- Written to by who asks for health, to see whether that goes.
create table health_probe (
    single     boolean     primary key default true check (single),
    written_at timestamptz not null default now()
);
insert into health_probe default values;
