/**
 * Reads the whole history in one consistent read, follows it from the first commit to the head, and
 * reports whatever does not fit: as a command, and in the background of the service.
 *
 * <p>It has queries of its own, because it trusts nothing that is in a row, not even that it is
 * there. What it relies on is that the ledger says everything more than once: a balance follows
 * from the one before, a row from the commit that wrote it, a hash from all of them. So it finds
 * what was changed by mistake, by hand or by a broken disk. Whoever rewrites the whole history from
 * some commit on, with all its hashes, is found out by those who have kept a later head: see {@link
 * dev.remit.audit.Expectation}.
 */
package dev.remit.audit;
