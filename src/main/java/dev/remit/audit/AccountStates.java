package dev.remit.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each account stands: its balance and version, or that it was closed, and its currency. This
 * is all that an audit keeps of what it has read, so it is as small as it can be.
 *
 * <p>A slot is 36 bytes: 16 of the id, 8 of the balance, 8 of the version and 4 of the currency, in
 * arrays without a single object. Four of five slots are used when every account that was expected
 * has come, which makes {@value #BYTES_PER_ACCOUNT} bytes an account, a gigabyte for 23 millions.
 * An account that is not in its slot is in the next one that follows (open addressing with linear
 * probing); none is ever taken out. What few accounts have is kept beside them.
 */
final class AccountStates {

    static final int BYTES_PER_ACCOUNT = 45;

    /** Instead of a version. */
    static final long CLOSED = -1;

    /** Instead of a version. */
    static final long NEVER_OPENED = -2;

    /** Sees the accounts that are open. */
    interface Visitor {
        void visit(UUID account, long balance, long version);
    }

    private static final int BYTES_PER_SLOT = 4 * Long.BYTES + Integer.BYTES;
    private static final int FEWEST_SLOTS = 5;

    /** Callers choose ids, but nobody can choose those that all want the same slot. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private long[] high;
    private long[] low;
    private long[] balances;
    private long[] versions;
    private int[] currencies;
    private int size;

    /** Of the open accounts that have one. */
    private final Map<UUID, Standing> standings = new HashMap<>();

    /**
     * @param expected how many accounts there will be; more are only slower
     */
    AccountStates(long expected) {
        allocate(Math.toIntExact(slotsFor(expected)));
    }

    /** With one of five to spare, so that a search ends soon. */
    private static long slotsFor(long accounts) {
        return Math.max(FEWEST_SLOTS, Math.ceilDiv(accounts * BYTES_PER_ACCOUNT, BYTES_PER_SLOT));
    }

    private void allocate(int slots) {
        high = new long[slots];
        low = new long[slots];
        balances = new long[slots];
        versions = new long[slots];
        currencies = new int[slots];
        Arrays.fill(versions, NEVER_OPENED);
    }

    /** How many accounts there are, closed ones too. */
    int size() {
        return size;
    }

    /** Of all arrays. */
    long bytes() {
        return (long) versions.length * BYTES_PER_SLOT;
    }

    /** {@link #CLOSED} or {@link #NEVER_OPENED} if the account is not open. */
    long version(UUID account) {
        return versions[slot(account)];
    }

    boolean isOpen(UUID account) {
        return version(account) >= 0;
    }

    /** 0 if the account is not open. */
    long balance(UUID account) {
        return balances[slot(account)];
    }

    /**
     * @param version at least 0, or {@link #CLOSED}
     */
    void put(UUID account, long balance, long version) {
        int slot = slot(account);
        if (versions[slot] == NEVER_OPENED) {
            if (slotsFor(size + 1L) > versions.length) {
                grow();
                slot = slot(account);
            }
            size++;
            high[slot] = account.getMostSignificantBits();
            low[slot] = account.getLeastSignificantBits();
        }
        balances[slot] = balance;
        versions[slot] = version;
    }

    /** 0 if nobody has said what it is. */
    int currency(UUID account) {
        return currencies[slot(account)];
    }

    /** Of an account that there is. */
    void setCurrency(UUID account, int currency) {
        currencies[slot(account)] = currency;
    }

    Standing standing(UUID account) {
        return standings.getOrDefault(account, Standing.USUAL);
    }

    void setStanding(UUID account, Standing standing) {
        if (standing.equals(Standing.USUAL)) {
            standings.remove(account);
        } else {
            standings.put(account, standing);
        }
    }

    void close(UUID account) {
        put(account, 0, CLOSED);
        standings.remove(account);
    }

    void visitOpen(Visitor visitor) {
        for (int slot = 0; slot < versions.length; slot++) {
            if (versions[slot] >= 0) {
                visitor.visit(new UUID(high[slot], low[slot]), balances[slot], versions[slot]);
            }
        }
    }

    /** Where the account is, or else would be. */
    private int slot(UUID account) {
        long first = account.getMostSignificantBits();
        long second = account.getLeastSignificantBits();
        int slot =
                (int) Math.unsignedMultiplyHigh(mix(mix(first ^ seed) ^ second), versions.length);
        while (versions[slot] != NEVER_OPENED && (high[slot] != first || low[slot] != second)) {
            slot = slot + 1 == versions.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldBalances = balances;
        long[] oldVersions = versions;
        int[] oldCurrencies = currencies;
        allocate(Math.toIntExact(oldVersions.length * 3L / 2));
        size = 0;
        for (int slot = 0; slot < oldVersions.length; slot++) {
            if (oldVersions[slot] != NEVER_OPENED) {
                UUID account = new UUID(oldHigh[slot], oldLow[slot]);
                put(account, oldBalances[slot], oldVersions[slot]);
                setCurrency(account, oldCurrencies[slot]);
            }
        }
    }

    /** The finalizer of MurmurHash3: each bit of the value changes each of the result. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
