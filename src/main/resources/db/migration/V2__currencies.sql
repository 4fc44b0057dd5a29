-- Of an account, and of its opening: a code of ISO 4217 such as EUR, or one of the ledger's own with its number of minor
-- units, such as POINTS/0. Nothing stands for USD: a column without a default is added without touching a row.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS currency text;

ALTER TABLE account_commits ADD COLUMN IF NOT EXISTS currency text;
