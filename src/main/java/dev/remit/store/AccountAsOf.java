package dev.remit.store;

import dev.remit.ledger.Terms;
import java.time.Instant;
import java.util.UUID;

/**
 * What the journal says of an account as of a commit.
 *
 * @param currency the text of a currency
 * @param openingBalance what it was opened with, in minor units
 * @param closed whether it was not open any more
 */
public record AccountAsOf(
        UUID id,
        Terms terms,
        String currency,
        Instant openedAt,
        long openingBalance,
        long balance,
        long version,
        boolean closed) {}
