package dev.remit.ledger;

import java.util.UUID;

/** Something that a commit did. Its place in the ledger's history is (sequence, position). */
public sealed interface Event {

    /** Who asked for it; null if nobody was named. */
    String actor();

    /** The id of the account, the transfer or the monitor to which it has happened. */
    default UUID subject() {
        return switch (this) {
            case Opened it -> it.account();
            case Changed it -> it.account();
            case Closed it -> it.account();
            case OfTransfer it -> it.transfer().id();
            case OfMonitor it -> it.monitor().id();
        };
    }

    /** Something that has a row among the transfers. */
    sealed interface OfTransfer extends Event {

        Transfer transfer();
    }

    /** Something that a monitor does, or that is done to one. */
    sealed interface OfMonitor extends Event {

        Monitor monitor();
    }

    /**
     * @param currency the text of a {@link Currency}
     */
    record Opened(UUID account, Terms terms, String currency, String actor) implements Event {}

    /**
     * @param revision how often the account's terms had been changed then
     * @param terms all of them, as they are from now on
     */
    record Changed(UUID account, long revision, Terms terms, String actor) implements Event {}

    /** Money has moved. */
    record Posted(Transfer transfer, String actor) implements OfTransfer {}

    /** Money is held. The balances and versions are those of before. */
    record Held(Transfer transfer, String actor) implements OfTransfer {}

    /**
     * Money is not held any more. The balances and versions are those of before.
     *
     * @param transfer what has ended the hold
     */
    record Released(Transfer transfer, String actor) implements OfTransfer {}

    /**
     * @param version the last one of the account
     */
    record Closed(UUID account, long version, String actor) implements Event {}

    record MonitorCreated(Monitor monitor, String actor) implements OfMonitor {}

    /** By itself, or because its account is closed next. */
    record MonitorDeleted(Monitor monitor, String actor) implements OfMonitor {}

    /**
     * The balance has crossed a monitor's line. It follows its transfer at once, or another
     * crossing of the same one.
     *
     * @param transfer that has done it
     */
    record Crossed(Monitor monitor, Transfer transfer, String actor) implements OfMonitor {

        /** The one that has crossed the line. */
        public Entry entry() {
            return transfer.side(monitor.account()).own();
        }
    }

    /** What a transfer of its kind does. */
    static OfTransfer of(Transfer transfer, String actor) {
        if (transfer.kind().movesMoney()) {
            return new Posted(transfer, actor);
        }
        return transfer.kind() == Kind.HOLD
                ? new Held(transfer, actor)
                : new Released(transfer, actor);
    }
}
