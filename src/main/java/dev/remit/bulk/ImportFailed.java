package dev.remit.bulk;

/** An import cannot go on. What it has done before is done; another one begins where it ended. */
public final class ImportFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param sentence for the user
     */
    ImportFailed(String sentence) {
        super(sentence);
    }
}
