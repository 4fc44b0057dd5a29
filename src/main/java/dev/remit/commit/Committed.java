package dev.remit.commit;

/**
 * What this instance tells whoever is interested, with an event of CDI, when its callers have been
 * answered. It is told on the committer's own thread, so nobody may take long to hear it. Commits
 * of other instances, and those whose COMMIT got no answer, are not told.
 *
 * @param sequence of the commit
 */
public record Committed(long sequence) {}
