package dev.remit.bulk;

/** A row cannot be what it should be. */
final class RowRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param sentence for the user
     */
    RowRefused(String sentence) {
        // Foreseen, and perhaps a million times.
        super(sentence, null, false, false);
    }
}
