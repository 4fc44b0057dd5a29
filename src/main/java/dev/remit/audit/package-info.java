/**
 * Reads all accounts and the whole journal in one consistent read and reports whatever does not
 * follow from the rules of the ledger: as a command, and in the background of the service.
 *
 * <p>What it relies on is that the journal holds every balance twice: as a figure, and as what the
 * posting before it and the amount make of it. It finds what was changed by mistake, by hand or by
 * a broken disk. It is no seal: whoever may write to the database and rewrites whole histories with
 * all their figures is not found out.
 */
package dev.remit.audit;
