-- The whole history of a ledger, one row per event: docs/history.md says what it is for and how to run it.
-- Texts come as JSON strings, so that every row is one line and a missing text differs from an empty one.
SELECT e.sequence,
       e.position,
       round(extract(epoch FROM e.committed_at) * 1000000)::int8 AS committed_at,
       e.token,
       encode(e.hash, 'hex') AS hash,
       e.event,
       e.subject,
       to_json(e.actor)::text AS actor,
       t.from_account,
       t.from_balance,
       t.from_version,
       t.to_account,
       t.to_balance,
       t.to_version,
       t.amount,
       to_json(t.reference)::text AS reference,
       to_json(a.name)::text AS name,
       a.currency,
       a.last_version
FROM (
    SELECT sequence, committed_at, token, hash,
           generate_subscripts(subjects, 1) AS position,
           regexp_split_to_table(events, '') AS event,
           unnest(subjects) AS subject,
           unnest(actors) AS actor
    FROM commits) AS e
LEFT JOIN transfers AS t ON e.event = 'p' AND t.id = e.subject
LEFT JOIN account_commits AS a ON e.event <> 'p' AND a.account = e.subject AND a.sequence = e.sequence
ORDER BY e.sequence, e.position;
