package dev.remit.ledger;

import java.util.UUID;

/** Something that a commit did. Its place in the ledger's history is (sequence, position). */
public sealed interface Event {

    /** Who asked for it; null if nobody was named. */
    String actor();

    /**
     * @param name may be null
     * @param currency the text of a {@link Currency}
     */
    record Opened(UUID account, String name, String currency, String actor) implements Event {}

    record Posted(Transfer transfer, String actor) implements Event {}

    /**
     * @param version the last one of the account
     */
    record Closed(UUID account, long version, String actor) implements Event {}
}
