-- The whole history of a ledger, one row per event: docs/history.md says what it is for and how to run it.
-- Texts come as JSON strings, so that every row is one line and a missing text differs from an empty one. Metadata is a
-- JSON object already. The terms of an opening have the revision 0, and those of each change one more. What has crossed a
-- line is the last event before it that is no crossing.
SELECT e.sequence,
       e.position,
       round(extract(epoch FROM e.committed_at) * 1000000)::int8 AS committed_at,
       e.token,
       encode(e.hash, 'hex') AS hash,
       e.event,
       e.subject,
       to_json(e.actor)::text AS actor,
       t.kind,
       t.from_account,
       t.from_balance,
       t.from_version,
       t.to_account,
       t.to_balance,
       t.to_version,
       t.amount,
       to_json(t.reference)::text AS reference,
       t.related,
       round(extract(epoch FROM t.expires_at) * 1000000)::int8 AS expires_at,
       to_json(CASE e.event WHEN 'o' THEN a.name ELSE s.name END)::text AS name,
       a.currency,
       a.last_version,
       s.revision,
       s.overdraft,
       s.frozen,
       coalesce(t.metadata, s.metadata) AS metadata,
       m.account,
       m.below,
       m.above,
       CASE e.event WHEN 'x' THEN first_value(e.subject) OVER (PARTITION BY e.sequence, e.cause ORDER BY e.position) END
           AS transfer
FROM (
    SELECT *, count(CASE event WHEN 't' THEN 1 END) OVER (PARTITION BY subject ORDER BY sequence, position) AS revision,
           count(CASE event WHEN 'x' THEN NULL ELSE 1 END) OVER (PARTITION BY sequence ORDER BY position) AS cause
    FROM (
        SELECT sequence, committed_at, token, hash,
               generate_subscripts(subjects, 1) AS position,
               regexp_split_to_table(events, '') AS event,
               unnest(subjects) AS subject,
               unnest(actors) AS actor
        FROM commits) AS events) AS e
LEFT JOIN transfers AS t ON e.event IN ('p', 'h', 'r') AND t.id = e.subject
LEFT JOIN account_commits AS a ON e.event IN ('o', 'c') AND a.account = e.subject AND a.sequence = e.sequence
LEFT JOIN monitors AS m ON e.event = 'm' AND m.id = e.subject
LEFT JOIN account_terms AS s ON e.event IN ('o', 't') AND s.account = e.subject AND s.revision = e.revision
ORDER BY e.sequence, e.position;
