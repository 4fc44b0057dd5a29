package dev.remit.store;

import dev.remit.ledger.Event;
import dev.remit.ledger.Kind;

/** What can happen to a ledger, as those see it who follow it. */
public enum EventKind {
    ACCOUNT_OPENED('o'),
    ACCOUNT_CHANGED('t'),
    ACCOUNT_CLOSED('c'),
    TRANSFER_POSTED('p'),
    TRANSFER_HELD('h'),
    TRANSFER_RELEASED('r'),
    /** Posted, too, and so of the same letter. */
    TRANSFER_REVERSED('p'),
    MONITOR_CREATED('m'),
    MONITOR_DELETED('u'),
    MONITOR_CROSSED('x');

    private final char letter;

    EventKind(char letter) {
        this.letter = letter;
    }

    /** The one that stands for it in a row of {@code commits}. */
    char letter() {
        return letter;
    }

    public static EventKind of(Event event) {
        return switch (event) {
            case Event.Opened it -> ACCOUNT_OPENED;
            case Event.Changed it -> ACCOUNT_CHANGED;
            case Event.Closed it -> ACCOUNT_CLOSED;
            case Event.Posted it ->
                    it.transfer().kind() == Kind.REVERSAL ? TRANSFER_REVERSED : TRANSFER_POSTED;
            case Event.Held it -> TRANSFER_HELD;
            case Event.Released it -> TRANSFER_RELEASED;
            case Event.MonitorCreated it -> MONITOR_CREATED;
            case Event.MonitorDeleted it -> MONITOR_DELETED;
            case Event.Crossed it -> MONITOR_CROSSED;
        };
    }
}
