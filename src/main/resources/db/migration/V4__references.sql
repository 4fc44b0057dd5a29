-- Transfers by their reference, over all accounts. One without a reference costs nothing more. Made without a lock on
-- CockroachDB; on PostgreSQL nobody posts until it is done, some seconds for a million references.
CREATE INDEX IF NOT EXISTS transfers_reference ON transfers (reference, sequence, id) WHERE reference IS NOT NULL;
