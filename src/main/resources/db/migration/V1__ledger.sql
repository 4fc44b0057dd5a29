-- Runs unchanged on CockroachDB (v21.1 and newer) and PostgreSQL (14 and newer).
-- Money is a whole number of minor units, at most 2^53 - 1: every JSON client reads that exactly.

-- The head of a ledger, a single row: all commits take turns on it, and the last thing that each does is to move it on.
CREATE TABLE ledgers (
    name         text   NOT NULL,
    -- The row is rewritten by 256 commits at most, then another one takes its place: on CockroachDB a row becomes dearer
    -- with every old version that it leaves behind.
    page         bigint NOT NULL,
    -- How many commits there have been.
    sequence     bigint NOT NULL,
    -- SHA-256 of the hash before and of what the last commit did (docs/history.md); zeros before the first one.
    hash         bytea  NOT NULL,
    -- When the last commit was made; null before the first one.
    committed_at timestamptz,
    CONSTRAINT ledgers_pkey PRIMARY KEY (name, page),
    CONSTRAINT ledgers_sequence_range CHECK (sequence >= 0),
    CONSTRAINT ledgers_page CHECK (sequence BETWEEN page * 256 AND page * 256 + 255),
    CONSTRAINT ledgers_hash_length CHECK (length(hash) = 32)
);

INSERT INTO ledgers (name, page, sequence, hash) VALUES
    ('main', 0, 0, '\x0000000000000000000000000000000000000000000000000000000000000000');

-- The open accounts, as they are now.
CREATE TABLE accounts (
    id         uuid        NOT NULL,
    name       text,
    balance    bigint      NOT NULL,
    -- How many entries it has; the next one gets version + 1.
    version    bigint      NOT NULL,
    -- The time of the commit that opened it.
    created_at timestamptz NOT NULL,
    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_balance_range CHECK (balance BETWEEN 0 AND 9007199254740991),
    CONSTRAINT accounts_version_range CHECK (version >= 0)
);

-- One row per posted transfer, never updated, never deleted, also when an account is closed (so there are no foreign
-- keys). A deposit has no from_account, a withdrawal no to_account. An index more would cost every transfer an entry.
CREATE TABLE transfers (
    id           uuid        NOT NULL,
    from_account uuid,
    to_account   uuid,
    amount       bigint      NOT NULL,
    reference    text,
    -- Of the commit that posted it, and its time.
    sequence     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    -- The balance and version of either account after it.
    from_balance bigint,
    from_version bigint,
    to_balance   bigint,
    to_version   bigint,
    CONSTRAINT transfers_pkey PRIMARY KEY (id),
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

-- What one commit did to one account, never updated, never deleted. An account's history is one scan along the key,
-- and two writers that both start from one version of an account collide on it. The opening is version 0; each row
-- begins one version after the end of the one before. One that only closes the account ends before it begins.
CREATE TABLE account_commits (
    account       uuid        NOT NULL,
    first_version bigint      NOT NULL,
    last_version  bigint      NOT NULL,
    -- After the commit.
    balance       bigint      NOT NULL,
    -- Of the commit, and its time.
    sequence      bigint      NOT NULL,
    committed_at  timestamptz NOT NULL,
    -- In the order in which they were posted: the first one made version first_version, or 1 after the opening.
    transfers     uuid[]      NOT NULL,
    -- The name under which the account was opened.
    name          text,
    -- Whether the commit closed the account.
    closed        boolean     NOT NULL,
    CONSTRAINT account_commits_pkey PRIMARY KEY (account, first_version)
);

-- One row per commit, in one gapless order, never updated, never deleted.
CREATE TABLE commits (
    sequence     bigint      NOT NULL,
    -- Of the attempt that made it: tells whether a commit that was never answered took place.
    token        uuid        NOT NULL,
    committed_at timestamptz NOT NULL,
    -- What happened, in order, a letter an event: o an account was opened, p a transfer posted, c an account closed.
    events       text        NOT NULL,
    -- The id of the account or transfer of each event.
    subjects     uuid[]      NOT NULL,
    -- Who asked for each event, null where nobody was named; null altogether if that is so of all of them.
    actors       text[],
    -- The ledger's hash after it.
    hash         bytea       NOT NULL,
    CONSTRAINT commits_pkey PRIMARY KEY (sequence)
);
