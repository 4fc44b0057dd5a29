/**
 * Reads files of accounts and transfers, line by line, and asks the ledger for what each says: the
 * same that a call of the HTTP API would ask for, by the same rules. A file is read as it comes, so
 * there is little of it in memory, however long it is and whatever is in it.
 *
 * <p>Nothing here knows a column by name that it need not: those of a file are the fields of what
 * the API reads ({@link dev.remit.bulk.Table}), beside those of what it writes, which are
 * overlooked.
 */
package dev.remit.bulk;
