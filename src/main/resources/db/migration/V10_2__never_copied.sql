-- Addresses that no mail of ours goes to as a copy: aliases of inboxes, gateways of forms.
create table never_copied (
    address text primary key check (address = lower(address))
);
