package dev.remit.load;

import java.util.SplittableRandom;

/**
 * What each transfer of a run moves, as a function of its number: two runs with one seed ask for
 * the same transfers, and the book check knows what was asked without having kept it.
 */
final class TransferPlan {

    /** Amounts have two digits, so that every request has the same length. */
    static final int LEAST_AMOUNT = 10;

    static final int MOST_AMOUNT = 99;

    private final Zipf zipf;
    private final long base;

    TransferPlan(int accounts, double skew, long seed) {
        zipf = new Zipf(accounts, skew);
        // Neighbouring seeds must not give the same transfers, shifted by one.
        base = new SplittableRandom(seed).nextLong();
    }

    /**
     * @param from index of the account that is debited
     * @param to index of the account that is credited, never the same
     * @param amount in minor units
     */
    record Planned(int from, int to, int amount) {}

    Planned transfer(int number) {
        SplittableRandom random = new SplittableRandom(base + number);
        int one = zipf.draw(random);
        int other = zipf.drawOther(random, one);
        int amount = random.nextInt(LEAST_AMOUNT, MOST_AMOUNT + 1);
        // The first drawn is more often a popular one. A coin decides who pays: otherwise popular
        // accounts would be drained, and the run would measure refusals.
        return random.nextBoolean()
                ? new Planned(one, other, amount)
                : new Planned(other, one, amount);
    }
}
