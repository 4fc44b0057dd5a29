-- What is agreed about an account, and money that is held on it. Nothing stands for nothing: no overdraft, not frozen,
-- never changed, nothing held. Columns without a default are added without touching a row.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS held bigint;
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS overdraft bigint;
-- debits, credits or all.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS frozen text;
-- A JSON object of texts, in the canonical form of RFC 8785.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS metadata text;
-- How often its terms were changed.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS revision bigint;

-- Rows that are there have passed the narrower check, so nobody has to read them again.
ALTER TABLE accounts DROP CONSTRAINT IF EXISTS accounts_balance_range;
ALTER TABLE accounts ADD CONSTRAINT accounts_balance_limits CHECK (
    balance BETWEEN -9007199254740991 AND 9007199254740991) NOT VALID;
ALTER TABLE accounts ADD CONSTRAINT accounts_spent_what_is_available CHECK (
    coalesce(held, 0) >= 0 AND coalesce(overdraft, 0) >= 0
    AND balance - coalesce(held, 0) + coalesce(overdraft, 0) >= 0) NOT VALID;

-- The terms of an account as a change has left them, all of them, never updated, never deleted: who reads them can tell
-- what was allowed when. Revision 0 is the opening, and has a row only if there was more to agree about than a name.
CREATE TABLE IF NOT EXISTS account_terms (
    account      uuid        NOT NULL,
    revision     bigint      NOT NULL,
    name         text,
    overdraft    bigint,
    frozen       text,
    metadata     text,
    -- Of the commit that changed them, and its time.
    sequence     bigint      NOT NULL,
    committed_at timestamptz NOT NULL,
    CONSTRAINT account_terms_pkey PRIMARY KEY (account, revision)
);

-- What a transfer is: nothing for one that just moves money, otherwise hold, capture, void, expiry or reversal. Those of
-- a hold, and of what ends it without moving money, have the balances and versions that their accounts had anyway.
ALTER TABLE transfers ADD COLUMN IF NOT EXISTS kind text;
ALTER TABLE transfers ADD COLUMN IF NOT EXISTS metadata text;
-- The hold that it ends, or the transfer that it reverses, and how much of that one is settled after it.
ALTER TABLE transfers ADD COLUMN IF NOT EXISTS related uuid;
ALTER TABLE transfers ADD COLUMN IF NOT EXISTS settled bigint;
-- Of a hold that ends by itself.
ALTER TABLE transfers ADD COLUMN IF NOT EXISTS expires_at timestamptz;

ALTER TABLE transfers DROP CONSTRAINT IF EXISTS transfers_from_complete;
ALTER TABLE transfers DROP CONSTRAINT IF EXISTS transfers_to_complete;
ALTER TABLE transfers ADD CONSTRAINT transfers_from_whole CHECK (
    (from_account IS NULL AND from_balance IS NULL AND from_version IS NULL)
    OR (from_account IS NOT NULL AND from_balance BETWEEN -9007199254740991 AND 9007199254740991
        AND from_version >= 0)) NOT VALID;
ALTER TABLE transfers ADD CONSTRAINT transfers_to_whole CHECK (
    (to_account IS NULL AND to_balance IS NULL AND to_version IS NULL)
    OR (to_account IS NOT NULL AND to_balance BETWEEN -9007199254740991 AND 9007199254740991
        AND to_version >= 0)) NOT VALID;
ALTER TABLE transfers ADD CONSTRAINT transfers_related_whole CHECK (
    (related IS NULL AND settled IS NULL AND coalesce(kind, 'hold') = 'hold')
    OR (related IS NOT NULL AND settled >= amount AND kind IN ('capture', 'void', 'expiry', 'reversal'))) NOT VALID;

-- One that stands for itself has no entry in it.
CREATE INDEX IF NOT EXISTS transfers_related ON transfers (related, settled) WHERE related IS NOT NULL;

-- The holds that have not ended yet, as they are now: a row goes when its hold ends.
CREATE TABLE IF NOT EXISTS holds (
    -- The transfer's.
    id         uuid NOT NULL,
    -- On which the money is held.
    account    uuid NOT NULL,
    expires_at timestamptz,
    CONSTRAINT holds_pkey PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS holds_account ON holds (account, id);
CREATE INDEX IF NOT EXISTS holds_expiry ON holds (expires_at, id) WHERE expires_at IS NOT NULL;
