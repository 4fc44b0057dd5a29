package dev.remit.load;

import java.util.UUID;

/**
 * The ids of a run's transfers: version 4 UUIDs that look random to the database, and from which
 * the number of the transfer can be had back. So what became of each of many million transfers fits
 * in one byte each, with no table of ids.
 *
 * <p>The lower half is the number, scrambled by steps that can be undone (modulo 2^62, which is
 * what the variant leaves free); the upper half is a hash of the number, which tells foreign ids
 * from own ones. Both depend on the run's key, so that no two runs share an id.
 */
final class TransferIds {

    private static final int BITS = 62;
    private static final long FREE = (1L << BITS) - 1;
    private static final long VARIANT = 1L << 63;
    private static final long VERSION = 0x4000;
    private static final long VERSION_BITS = 0xF000;

    /** Half of the width: a shift by it, exclusive-ored, undoes itself. */
    private static final int SHIFT = BITS / 2;

    // Two odd constants of MurmurHash3's 64-bit finalizer.
    private static final long FIRST = 0xFF51AFD7ED558CCDL;
    private static final long SECOND = 0xC4CEB9FE1A85EC53L;
    private static final long FIRST_INVERSE = inverse(FIRST);
    private static final long SECOND_INVERSE = inverse(SECOND);

    private final long upperKey;
    private final long lowerKey;

    TransferIds(UUID key) {
        upperKey = key.getMostSignificantBits();
        lowerKey = key.getLeastSignificantBits() & FREE;
    }

    UUID id(int number) {
        return new UUID(upper(number), lower(number));
    }

    long upper(int number) {
        long hash = scramble((number + upperKey) & FREE) * SECOND;
        return hash & ~VERSION_BITS | VERSION;
    }

    long lower(int number) {
        return VARIANT | scramble(number ^ lowerKey);
    }

    /** The number of the transfer with this id, or -1 if no transfer of this run has it. */
    int number(UUID id) {
        long number = unscramble(id.getLeastSignificantBits() & FREE) ^ lowerKey;
        if (number < 0 || number > Integer.MAX_VALUE) {
            return -1;
        }
        return id(Math.toIntExact(number)).equals(id) ? Math.toIntExact(number) : -1;
    }

    private static long scramble(long value) {
        long bits = value ^ value >>> SHIFT;
        bits = bits * FIRST & FREE;
        bits ^= bits >>> SHIFT;
        bits = bits * SECOND & FREE;
        return bits ^ bits >>> SHIFT;
    }

    private static long unscramble(long value) {
        long bits = value ^ value >>> SHIFT;
        bits = bits * SECOND_INVERSE & FREE;
        bits ^= bits >>> SHIFT;
        bits = bits * FIRST_INVERSE & FREE;
        return bits ^ bits >>> SHIFT;
    }

    /** Newton's method modulo 2^64: each step doubles the number of right bits, from 3 on. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
