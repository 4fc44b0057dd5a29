/**
 * The rules: what a command does to the accounts and transfers that it finds. Everything here is
 * pure, {@link dev.remit.ledger.Rules#decide} above all: it neither reads nor writes anything, and
 * knows no time but the one that it is given.
 */
package dev.remit.ledger;
