package dev.remit.console.transfer;

import dev.remit.console.Amount;

/**
 * What would come of a transfer.
 *
 * @param from null for money that comes into the books
 * @param to null for money that leaves them
 */
record Preview(Amount amount, Side from, Side to) {}
