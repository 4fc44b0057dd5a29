package dev.remit.ledger;

import java.util.Set;
import java.util.UUID;

/** What the ledger is asked to do. Amounts are minor units, already checked to be in range. */
public sealed interface Command {

    /** One of which a transfer comes. */
    sealed interface OfTransfer extends Command {

        /** The transfer's id, which is its idempotency key. */
        UUID id();

        /** Whether the caller chose the id, so that it may have been posted before. */
        boolean keyed();
    }

    /**
     * Moves money between two accounts, or into or out of the books.
     *
     * @param from null for a deposit
     * @param to null for a withdrawal
     * @param reference may be null
     * @param metadata the text of {@link Metadata}, may be null
     */
    record Post(
            UUID id,
            boolean keyed,
            UUID from,
            UUID to,
            long amount,
            String reference,
            String metadata)
            implements OfTransfer {

        /** With nothing attached. */
        public Post(UUID id, boolean keyed, UUID from, UUID to, long amount, String reference) {
            this(id, keyed, from, to, amount, reference, null);
        }
    }

    /**
     * Holds money for a transfer that may take place later.
     *
     * @param transfer that transfer; money comes from an account
     * @param lifetime after which the hold ends by itself, in microseconds; null for never
     */
    record Hold(Post transfer, Long lifetime) implements OfTransfer {

        public Hold {
            if (transfer.from() == null) {
                throw new IllegalArgumentException("money is held on an account");
            }
        }

        @Override
        public UUID id() {
            return transfer.id();
        }

        @Override
        public boolean keyed() {
            return transfer.keyed();
        }
    }

    /**
     * Ends a hold.
     *
     * @param kind one that settles holds
     * @param amount how much is to move, where money moves; null for all that is held
     */
    record Settle(UUID id, boolean keyed, UUID hold, Kind kind, Long amount) implements OfTransfer {

        public Settle {
            if (!kind.settlesHold()) {
                throw new IllegalArgumentException("does not end a hold: " + kind);
            }
        }

        /**
         * The end of a hold whose time is up.
         *
         * @param id a new one. One that follows from the hold's could have been taken by somebody
         *     who knows the hold, which then would never end; and that it ends once is known from
         *     the hold
         */
        public static Settle expiry(UUID id, UUID hold) {
            return new Settle(id, false, hold, Kind.EXPIRY, null);
        }

        /** What the transfer is of that settles the given hold. */
        long amountOf(Transfer held) {
            return amount == null ? held.amount() : amount;
        }
    }

    /**
     * Moves back what a transfer has moved.
     *
     * @param amount null for all that was not moved back yet
     * @param reference may be null
     * @param metadata the text of {@link Metadata}, may be null
     */
    record Reverse(
            UUID id, boolean keyed, UUID transfer, Long amount, String reference, String metadata)
            implements OfTransfer {}

    /**
     * Opens an account, with its balance as its first deposit.
     *
     * @param account its id, which is the idempotency key
     * @param keyed whether the caller chose the id, so that it may have been opened before
     * @param balance 0 makes no deposit
     * @param currency the text of a {@link Currency}
     */
    record Open(UUID account, boolean keyed, Terms terms, long balance, String currency)
            implements Command {

        /**
         * With nothing agreed, in {@link Currency#DEFAULT}.
         *
         * @param name may be null
         */
        public Open(UUID account, boolean keyed, String name, long balance) {
            this(account, keyed, Terms.named(name), balance, Currency.DEFAULT);
        }

        /** The id of the first deposit. */
        public UUID deposit() {
            return depositOf(account);
        }

        /** The id of an account's first deposit, if it was opened with one. */
        public static UUID depositOf(UUID account) {
            return DerivedId.of("opening", account);
        }
    }

    /**
     * Changes the terms of an account.
     *
     * @param expected the account has to be in one of these states; null for any
     */
    record Change(UUID account, Set<AccountTag> expected, TermsChange change) implements Command {}

    /**
     * Lets a monitor watch an account.
     *
     * @param keyed whether the caller chose the monitor's id, so that it may have been created
     *     before
     */
    record CreateMonitor(Monitor monitor, boolean keyed) implements Command {}

    /** Ends a monitor. */
    record DeleteMonitor(UUID monitor) implements Command {}

    /**
     * Closes an account, and ends its monitors.
     *
     * @param payout whether to withdraw what is left first; without it the balance has to be 0
     */
    record Close(UUID account, boolean payout) implements Command {

        /** The id of the last withdrawal. */
        public UUID withdrawal() {
            return DerivedId.of("closing", account);
        }
    }
}
