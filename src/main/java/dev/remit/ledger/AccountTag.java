package dev.remit.ledger;

/**
 * What tells one state of an account from all others: its balance follows from the version, its
 * terms from the revision.
 *
 * @param held minor units
 */
public record AccountTag(long version, long revision, long held) {}
