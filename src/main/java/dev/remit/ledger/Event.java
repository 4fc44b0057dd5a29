package dev.remit.ledger;

import java.util.UUID;

/** Something that a commit did. Its place in the ledger's history is (sequence, position). */
public sealed interface Event {

    /**
     * @param name may be null
     */
    record Opened(UUID account, String name) implements Event {}

    record Posted(Transfer transfer) implements Event {}

    /**
     * @param version the last one of the account
     */
    record Closed(UUID account, long version) implements Event {}
}
