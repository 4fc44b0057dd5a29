package dev.remit.ledger;

/**
 * What can be agreed about an account, at its opening and later.
 *
 * @param name may be null
 * @param overdraft how far below zero its balance may go, in minor units, 0 to {@link Money#MAX}
 * @param metadata the text of {@link Metadata}, may be null
 */
public record Terms(String name, long overdraft, Frozen frozen, String metadata) {

    /** Nothing but a name, which may be null. */
    public static Terms named(String name) {
        return new Terms(name, 0, Frozen.NONE, null);
    }

    /** Whether there is nothing but a name, or not even that. */
    public boolean isUsual() {
        return overdraft == 0 && frozen == Frozen.NONE && metadata == null;
    }
}
