package dev.remit.ledger;

import java.util.UUID;

/**
 * One account's side of a transfer.
 *
 * @param balance after the transfer, in minor units
 * @param version after the transfer: the first entry of an account has 1
 */
public record Entry(UUID account, long balance, long version) {}
