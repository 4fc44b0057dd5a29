-- Monitors watch accounts' balances. Of an account that has none, nothing is written or read for them.

-- Those that watch the account now, in the order in which they were created: each its id, < or >, and its line.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS monitors text;

-- One row per monitor, never deleted: an id that was used is not used again.
CREATE TABLE IF NOT EXISTS monitors (
    id           uuid        NOT NULL,
    account      uuid        NOT NULL,
    -- One of both: the line that the balance crosses when it comes to be less, or more.
    below        bigint,
    above        bigint,
    -- Of the commit that created it, and its time.
    sequence     bigint      NOT NULL,
    committed_at timestamptz NOT NULL,
    -- The sequence of the commit that ended it; null as long as it watches.
    ended        bigint,
    CONSTRAINT monitors_pkey PRIMARY KEY (id),
    CONSTRAINT monitors_one_line CHECK ((below IS NULL) <> (above IS NULL))
);

-- Those that watch: all of them, and those of an account.
CREATE INDEX IF NOT EXISTS monitors_watching ON monitors (id) WHERE ended IS NULL;
CREATE INDEX IF NOT EXISTS monitors_account ON monitors (account, id) WHERE ended IS NULL;
