package dev.remit.ledger;

/** Money is a whole number of minor units (cents, say), from 0 to {@link #MAX}. */
public final class Money {

    /**
     * 2^53 - 1, the largest balance and the largest amount: JSON numbers beyond it lose digits in
     * clients that read them as IEEE 754 doubles (RFC 8259, section 6).
     */
    public static final long MAX = (1L << 53) - 1;

    private Money() {}
}
