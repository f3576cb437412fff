-- The ancestors of each mail that came in (References, In-Reply-To), by hash: an identifier may be longer than an index entry.
create table message_ancestor (
    message_id bigint not null references message,
    ancestor   uuid   not null,                    -- md5 of the Message-ID
    primary key (message_id, ancestor)
);
create index message_ancestor_by_ancestor on message_ancestor (ancestor, message_id);

create index cases_requester on cases (lower(requester_address), opened_at) where state <> 'CLOSED';
