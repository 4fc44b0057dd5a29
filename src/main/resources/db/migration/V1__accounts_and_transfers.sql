-- Runs unchanged on CockroachDB (v21.1 and newer) and PostgreSQL (14 and newer).
-- Money is a whole number of minor units, at most 2^53 - 1: every JSON client reads that exactly.

CREATE TABLE accounts (
    id         uuid        NOT NULL,
    name       text,
    balance    bigint      NOT NULL,
    -- How many postings the account has seen; the next one gets version + 1.
    version    bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    -- When the last posting was made: the next one is never dated before it, whatever the clocks say.
    posted_at  timestamptz NOT NULL,
    -- The command that opened the account: tells whether an opening whose commit was never answered took place.
    opening    uuid        NOT NULL,
    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_balance_range CHECK (balance BETWEEN 0 AND 9007199254740991),
    CONSTRAINT accounts_version_range CHECK (version >= 0)
);

-- The journal: one row per posted transfer, never updated, never deleted, also when an account is closed (so there
-- are no foreign keys). A deposit has no from_account, a withdrawal no to_account.
CREATE TABLE transfers (
    id           uuid        NOT NULL,
    from_account uuid,
    to_account   uuid,
    amount       bigint      NOT NULL,
    reference    text,
    created_at   timestamptz NOT NULL,
    -- The balance and version of either account after the posting.
    from_balance bigint,
    from_version bigint,
    to_balance   bigint,
    to_version   bigint,
    CONSTRAINT transfers_pkey PRIMARY KEY (id),
    -- An account's history is a chain without forks, and is read along these.
    CONSTRAINT transfers_from_version UNIQUE (from_account, from_version),
    CONSTRAINT transfers_to_version UNIQUE (to_account, to_version),
    CONSTRAINT transfers_amount_range CHECK (amount BETWEEN 1 AND 9007199254740991),
    CONSTRAINT transfers_two_accounts CHECK (from_account <> to_account),
    CONSTRAINT transfers_some_account CHECK (from_account IS NOT NULL OR to_account IS NOT NULL),
    CONSTRAINT transfers_from_complete CHECK (
        (from_account IS NULL AND from_balance IS NULL AND from_version IS NULL)
        OR (from_account IS NOT NULL AND from_balance >= 0 AND from_version >= 1)),
    CONSTRAINT transfers_to_complete CHECK (
        (to_account IS NULL AND to_balance IS NULL AND to_version IS NULL)
        OR (to_account IS NOT NULL AND to_balance BETWEEN 1 AND 9007199254740991 AND to_version >= 1))
);

-- Several instances take turns by locking this row (nothing else is ever done with it).
CREATE TABLE turns (
    name text NOT NULL,
    CONSTRAINT turns_pkey PRIMARY KEY (name)
);

INSERT INTO turns (name) VALUES ('commit');
