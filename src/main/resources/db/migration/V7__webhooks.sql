-- Who is told what happens by calls of their own. That is configuration and no part of the history: nothing of it is
-- hashed or audited, and rows are changed and deleted.
CREATE TABLE IF NOT EXISTS webhooks (
    id            uuid        NOT NULL,
    url           text        NOT NULL,
    -- Names of the kinds of events that are wanted, and accounts of which; null for all.
    kinds         text[],
    accounts      uuid[],
    -- The key of the signatures, in base64. Whoever reads this table can sign.
    secret        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    -- ACTIVE, PAUSED or DISABLED.
    state         text        NOT NULL,
    -- Why the last call has failed, or why there are none any more.
    reason        text,
    -- All events up to this place have been delivered, or are not wanted.
    sent_sequence bigint      NOT NULL,
    sent_position int         NOT NULL,
    -- How often somebody has set the place or the state anew: what was sent before that does not count any more.
    revision      bigint      NOT NULL,
    -- Of failures without a success in between: how many, since when, and when the next attempt is due.
    attempts      int         NOT NULL,
    failing_since timestamptz,
    next_attempt  timestamptz,
    last_status   int,
    -- The instance that sends, and until when by the database's clock: then any other may.
    lease_owner   uuid,
    lease_until   timestamptz NOT NULL,
    CONSTRAINT webhooks_pkey PRIMARY KEY (id)
);
-- An instance looks for its leases, and for those that are free, along this.
CREATE INDEX IF NOT EXISTS webhooks_leases ON webhooks (lease_until, id) WHERE state = 'ACTIVE';
