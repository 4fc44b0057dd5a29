package dev.remit.ledger;

import java.util.UUID;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * @param replayed whether an earlier request had posted it, so that nothing was posted now
     */
    record Posted(Posting posting, boolean replayed) implements Outcome {}

    /**
     * @param createdAt microseconds since 1970-01-01T00:00Z
     */
    record Opened(UUID account, String name, long balance, long version, long createdAt)
            implements Outcome {}

    record Closed(UUID account) implements Outcome {}

    /**
     * @param index which of its unit's commands was refused; none of them took effect
     */
    record Refused(Refusal refusal, int index) implements Outcome {}
}
