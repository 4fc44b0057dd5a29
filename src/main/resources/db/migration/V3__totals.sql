-- How many accounts of a currency are open after a commit, and what they hold together: a row for each commit that has
-- changed one of them, never updated, never deleted. Transfers between accounts change neither.
CREATE TABLE IF NOT EXISTS totals (
    -- USD, too, is written out here.
    currency text    NOT NULL,
    sequence bigint  NOT NULL,
    accounts bigint  NOT NULL,
    -- Of a thousand full accounts it is more than a bigint holds.
    total    numeric NOT NULL,
    CONSTRAINT totals_pkey PRIMARY KEY (currency, sequence)
);

-- Until now all accounts were in dollars.
INSERT INTO totals (currency, sequence, accounts, total)
SELECT 'USD', sequence,
       (sum(accounts) OVER (ORDER BY sequence))::int8,
       sum(total) OVER (ORDER BY sequence)
FROM (
    SELECT sequence, sum(accounts) AS accounts, sum(total) AS total
    FROM (
        SELECT sequence, 1 AS accounts, 0 AS total FROM account_commits WHERE first_version = 0
        UNION ALL SELECT sequence, -1, 0 FROM account_commits WHERE closed
        UNION ALL SELECT sequence, 0, amount FROM transfers WHERE from_account IS NULL
        UNION ALL SELECT sequence, 0, -amount FROM transfers WHERE to_account IS NULL) AS changes
    GROUP BY sequence) AS commits
WHERE accounts <> 0 OR total <> 0
ON CONFLICT DO NOTHING;
