-- Who deployed models, from where; the engine keeps when and what. Without a person it was Mailroom itself.
create table model_deployment (
    id bigint generated always as identity primary key,
    deployment_id varchar(64) not null unique,
    person varchar(255),
    node varchar(255) not null,
    -- how many stored mails were tried before it went live, and what went otherwise
    tried integer not null default 0,
    changes text[] not null default '{}',
    at timestamptz not null default now()
);

-- What analysts are told of models, an inbox's own text or the one that is shipped.
alter table mail_text drop constraint mail_text_kind_check;
alter table mail_text add constraint mail_text_kind_check check (kind in (
    'CONFIRMATION', 'REPLY', 'SUMMARY', 'NOTICE', 'STOP', 'REJECTION', 'QUARANTINE', 'SILENT', 'BACK', 'MODELS'));

-- Deployments that were refused. One of the folders is open until the folders are deployed; one of a person is over at once.
create table model_refusal (
    id bigint generated always as identity primary key,
    person varchar(255),
    node varchar(255) not null,
    reasons text[] not null,
    at timestamptz not null default now(),
    over_at timestamptz,
    -- whether it was active, and Mailroom went back to the version before it
    went_back boolean not null default false
);

create index model_refusal_open on model_refusal (at) where over_at is null;
