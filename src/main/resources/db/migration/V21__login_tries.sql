-- Tries to log in, counted for all nodes together. What was last tried a day ago is deleted.
create table login_try (
    -- PLACE: a person at an address. ADDRESS: everybody at an address. PERSON: a person, wherever they are.
    kind         varchar(10)  not null check (kind in ('PLACE', 'ADDRESS', 'PERSON')),
    tried        text         not null,
    -- Wrong passwords that were looked at; they decide how long the pause is.
    failures     integer      not null,
    -- Tries during a pause, which were not looked at.
    refused      integer      not null default 0,
    last_at      timestamptz  not null,
    paused_until timestamptz  not null,
    primary key (kind, tried)
);
create index login_try_by_age on login_try (last_at);

-- From where a person logged in; no stranger elsewhere keeps them out there.
create table login_place (
    person  varchar(64) not null,
    address text        not null,
    last_at timestamptz not null,
    primary key (person, address)
);
create index login_place_by_age on login_place (last_at);
