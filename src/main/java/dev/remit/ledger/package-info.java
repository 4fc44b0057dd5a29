/**
 * The heart of Remit: commands wait in the {@link dev.remit.ledger.TransferQueue}, are posted
 * together by the {@link dev.remit.ledger.Ledger} in one transaction per batch, as the pure {@link
 * dev.remit.ledger.Decision} says.
 */
package dev.remit.ledger;
