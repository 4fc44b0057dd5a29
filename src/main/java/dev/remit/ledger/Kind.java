package dev.remit.ledger;

import java.util.Locale;

/** What a transfer is to the accounts, and to the transfer that it belongs to. */
public enum Kind {
    /** Money moves: a transfer, a deposit or a withdrawal, as nearly all are. */
    POSTING(true),
    /** Money stays where it is, and nothing else can be done with it. */
    HOLD(false),
    /** Money that was held moves, all or some of it; the rest is released. */
    CAPTURE(true),
    /** Money that was held is released, because somebody asked for it. */
    VOID(false),
    /** Money that was held is released, because its time was up. */
    EXPIRY(false),
    /** Money that an earlier transfer has moved moves back, all or some of it. */
    REVERSAL(true);

    private final boolean movesMoney;

    Kind(boolean movesMoney) {
        this.movesMoney = movesMoney;
    }

    /** Whether it is an entry of its accounts: gives them a balance and a version. */
    public boolean movesMoney() {
        return movesMoney;
    }

    /** Whether it ends a hold. */
    public boolean settlesHold() {
        return this == CAPTURE || this == VOID || this == EXPIRY;
    }

    /** Whether what it has moved can be moved back. */
    boolean isReversible() {
        return this == POSTING || this == CAPTURE;
    }

    /** As it is written down everywhere; nothing stands for {@link #POSTING}. */
    public String text() {
        return this == POSTING ? null : name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if it is none of the texts
     */
    public static Kind parse(String text) {
        for (Kind kind : values()) {
            if (text == null ? kind.text() == null : text.equals(kind.text())) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of transfer: " + text);
    }
}
