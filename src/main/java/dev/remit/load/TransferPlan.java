package dev.remit.load;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What each transfer of a run is, as a function of its number: two runs with one seed ask for the
 * same transfers, under ids of their own, and the book check knows what was asked without having
 * kept it.
 *
 * <p>An id is a version 4 UUID. Its upper half looks random, which spreads the transfers over the
 * database's keys; its lower half gives the number back, so that what became of each of many
 * million transfers fits in one byte each, with no table of ids. Both depend on the run's key, so
 * that no two runs share an id.
 */
final class TransferPlan {

    /** Amounts have two digits, so that every request has the same length. */
    private static final int LEAST_AMOUNT = 10;

    private static final int MOST_AMOUNT = 99;

    private static final long VERSION = 0x4000;
    private static final long VERSION_BITS = 0xF000;
    private static final long VARIANT = 1L << 63;
    private static final long FREE_BITS = (1L << 62) - 1;

    private final UUID[] accounts;
    private final Zipf zipf;
    private final long base;
    private final long upperKey;
    private final long lowerKey;

    /**
     * @param accounts those between which money is moved, the most popular first
     * @param skew exponent of the Zipf distribution that they are drawn from
     * @param key of the ids, different for each run
     */
    TransferPlan(UUID[] accounts, double skew, long seed, UUID key) {
        this.accounts = accounts;
        zipf = new Zipf(accounts.length, skew);
        // Neighbouring seeds must not give the same transfers, shifted by one.
        base = new SplittableRandom(seed).nextLong();
        upperKey = key.getMostSignificantBits();
        lowerKey = key.getLeastSignificantBits() & FREE_BITS;
    }

    /**
     * @param from the account that is debited
     * @param to the account that is credited, never the same
     * @param amount in minor units
     */
    record Transfer(UUID id, UUID from, UUID to, int amount) {}

    Transfer transfer(int number) {
        SplittableRandom random = new SplittableRandom(base + number);
        int one = zipf.draw(random);
        int other = zipf.drawOther(random, one);
        int amount = random.nextInt(LEAST_AMOUNT, MOST_AMOUNT + 1);
        // The first drawn is more often a popular one. A coin decides who pays: otherwise popular
        // accounts would be drained, and the run would measure refusals.
        boolean pays = random.nextBoolean();
        return new Transfer(
                id(number), accounts[pays ? one : other], accounts[pays ? other : one], amount);
    }

    /** The number of the transfer with this id, or -1 if no transfer of this run has it. */
    int number(UUID id) {
        long number = id.getLeastSignificantBits() & FREE_BITS ^ lowerKey;
        return number <= Integer.MAX_VALUE && id((int) number).equals(id) ? (int) number : -1;
    }

    private UUID id(int number) {
        long random = new SplittableRandom(upperKey + number).nextLong();
        return new UUID(random & ~VERSION_BITS | VERSION, VARIANT | number ^ lowerKey);
    }
}
