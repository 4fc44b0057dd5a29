package dev.remit.store;

import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Which of an account's transfers are wanted; null is anything.
 *
 * @param from not before
 * @param to before
 * @param direction whether money came in or went out
 * @param counterparty the other account
 * @param reference to the letter
 */
public record HistoryFilter(
        Instant from, Instant to, Direction direction, UUID counterparty, String reference) {

    /** As the account sees it. */
    public enum Direction {
        IN,
        OUT
    }

    /** All of them. */
    public static final HistoryFilter NONE = new HistoryFilter(null, null, null, null, null);

    /** Whether there may be some that are not wanted among those of the right time. */
    boolean isPicky() {
        return direction != null || counterparty != null || reference != null;
    }

    boolean isTooOld(Transfer transfer) {
        return from != null && Micros.instant(transfer.createdAt()).isBefore(from);
    }

    boolean matches(UUID account, Transfer transfer) {
        Transfer.Side side = transfer.side(account);
        return (direction == null || (direction == Direction.OUT) == (side.amount() < 0))
                && (counterparty == null || counterparty.equals(side.counterparty()))
                && (reference == null || Objects.equals(reference, transfer.reference()));
    }
}
