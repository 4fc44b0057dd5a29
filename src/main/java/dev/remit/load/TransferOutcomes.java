package dev.remit.load;

import java.util.Arrays;

/**
 * What became of each transfer of a run, in one byte: what the service said, and how often the
 * journal shows it as a debit and as a credit (3 stands for three and more). Used by one thread at
 * a time.
 */
final class TransferOutcomes {

    /** A JVM's longest array is a little shorter than the largest int. */
    static final int MOST_TRANSFERS = Integer.MAX_VALUE - 16;

    private static final int SAID = 0b11;
    private static final int DEBITS = 2;
    private static final int CREDITS = 4;
    private static final int MOST_SEEN = 0b11;

    /** What the service said about a transfer; the order is that of the bits. */
    enum Said {
        /** Nothing, or that it does not know: it may have been posted. */
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    private static final Said[] SAYINGS = Said.values();

    private byte[] transfers = new byte[1 << 16];
    private int count;

    /** The number of a new transfer, of which nothing is known yet. */
    int begin() {
        if (count == transfers.length) {
            int longer = (int) Math.min(2L * count, MOST_TRANSFERS);
            transfers = Arrays.copyOf(transfers, longer);
        }
        return count++;
    }

    int count() {
        return count;
    }

    void say(int number, Said said) {
        transfers[number] = (byte) (transfers[number] & ~SAID | said.ordinal());
    }

    Said said(int number) {
        return SAYINGS[transfers[number] & SAID];
    }

    void seeDebit(int number) {
        see(number, DEBITS);
    }

    void seeCredit(int number) {
        see(number, CREDITS);
    }

    int debits(int number) {
        return transfers[number] >> DEBITS & MOST_SEEN;
    }

    int credits(int number) {
        return transfers[number] >> CREDITS & MOST_SEEN;
    }

    /** Before the journal is read again. */
    void forgetSeen() {
        for (int number = 0; number < count; number++) {
            transfers[number] &= SAID;
        }
    }

    private void see(int number, int side) {
        if ((transfers[number] >> side & MOST_SEEN) < MOST_SEEN) {
            transfers[number] += (byte) (1 << side);
        }
    }
}
