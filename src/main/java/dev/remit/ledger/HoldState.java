package dev.remit.ledger;

import java.util.Locale;

/** What has become of a hold. */
public enum HoldState {
    PENDING,
    POSTED,
    VOIDED,
    EXPIRED;

    /**
     * @param settlement what has ended the hold; null if nothing has
     */
    public static HoldState of(Transfer settlement) {
        return settlement == null ? PENDING : by(settlement.kind());
    }

    static HoldState by(Kind kind) {
        return switch (kind) {
            case CAPTURE -> POSTED;
            case VOID -> VOIDED;
            case EXPIRY -> EXPIRED;
            case POSTING, HOLD, REVERSAL ->
                    throw new IllegalArgumentException("does not end a hold: " + kind);
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
