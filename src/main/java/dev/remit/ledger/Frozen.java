package dev.remit.ledger;

import java.util.Locale;

/** Which way money does not move any more on an account. */
public enum Frozen {
    NONE(false, false),
    /** Nothing leaves it, and nothing is held on it. */
    DEBITS(true, false),
    /** Nothing comes in. */
    CREDITS(false, true),
    ALL(true, true);

    private final boolean stopsDebits;
    private final boolean stopsCredits;

    Frozen(boolean stopsDebits, boolean stopsCredits) {
        this.stopsDebits = stopsDebits;
        this.stopsCredits = stopsCredits;
    }

    public boolean stopsDebits() {
        return stopsDebits;
    }

    public boolean stopsCredits() {
        return stopsCredits;
    }

    /** As it is written down everywhere. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is written where it is not the default: nothing stands for {@link #NONE}. */
    public String textUnlessNone() {
        return this == NONE ? null : text();
    }

    /**
     * @param text null stands for {@link #NONE}
     * @throws IllegalArgumentException if it is none of the texts
     */
    public static Frozen parse(String text) {
        if (text == null) {
            return NONE;
        }
        for (Frozen frozen : values()) {
            if (frozen.text().equals(text)) {
                return frozen;
            }
        }
        throw new IllegalArgumentException("not frozen in a known way: " + text);
    }
}
