package dev.remit.ledger;

/**
 * A command breaks a rule. Thrown before anything has changed. It has no stack trace, so it costs
 * no more than a return value.
 */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Rejected(Rejection rejection) {
        super(null, null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
