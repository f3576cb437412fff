-- Who deployed models, from where; the engine keeps when and what. Without a person it was Mailroom itself.
create table model_deployment (
    id bigint generated always as identity primary key,
    deployment_id varchar(64) not null unique,
    person varchar(255),
    node varchar(255) not null,
    at timestamptz not null default now()
);

-- Deployments that were refused. One of the folders is open until the folders are deployed; one of a person is over at once.
create table model_refusal (
    id bigint generated always as identity primary key,
    person varchar(255),
    node varchar(255) not null,
    reasons text[] not null,
    at timestamptz not null default now(),
    over_at timestamptz
);

create index model_refusal_open on model_refusal (at) where over_at is null;
