package dev.remit.console.transfer;

import dev.remit.console.Amount;
import dev.remit.ledger.Currency;
import dev.remit.ledger.HoldState;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Metadata;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Followed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A transfer as pages show it.
 *
 * @param kind for a person
 * @param from null for money that came into the books
 * @param to null for money that left them
 * @param state of a hold; null of everything else
 * @param expiresAt of a hold that ends by itself; null of everything else
 * @param settles the hold that it has ended; null if it has ended none
 * @param settledBy what has ended this hold; null if nothing has
 * @param reverses what it has moved back; null if it is no reversal
 * @param reversed how much of it was moved back; null for nothing
 * @param reversals what has moved it back
 * @param actor who asked for it; null if nobody was named, or it is not for whoever looks
 */
record TransferView(
        UUID id,
        String kind,
        Amount amount,
        Side from,
        Side to,
        String reference,
        Map<String, String> metadata,
        Instant time,
        long sequence,
        String state,
        Instant expiresAt,
        UUID settles,
        UUID settledBy,
        UUID reverses,
        Amount reversed,
        List<UUID> reversals,
        String actor) {

    static TransferView of(Followed followed, Currency currency, Side from, Side to, String actor) {
        Transfer transfer = followed.transfer();
        Transfer last = followed.last();
        boolean isHold = transfer.kind() == Kind.HOLD;
        boolean isReversal = transfer.kind() == Kind.REVERSAL;
        boolean isReversed = last != null && !isHold;
        return new TransferView(
                transfer.id(),
                kind(transfer),
                Amount.of(transfer.amount(), currency),
                from,
                to,
                transfer.reference(),
                Metadata.entries(transfer.metadata()),
                Micros.instant(transfer.createdAt()),
                transfer.sequence(),
                isHold ? HoldState.of(last).text() : null,
                transfer.expiresAt() == null ? null : Micros.instant(transfer.expiresAt()),
                isReversal ? null : transfer.related(),
                isHold && last != null ? last.id() : null,
                isReversal ? transfer.related() : null,
                isReversed ? Amount.of(last.settled(), currency) : null,
                isReversed ? followed.followers().stream().map(Transfer::id).toList() : List.of(),
                actor);
    }

    static String kind(Transfer transfer) {
        if (transfer.kind() != Kind.POSTING) {
            String text = transfer.kind().text();
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
        if (transfer.from() == null) {
            return "Deposit";
        }
        return transfer.to() == null ? "Withdrawal" : "Transfer";
    }
}
