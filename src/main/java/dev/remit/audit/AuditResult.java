package dev.remit.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What an audit has seen.
 *
 * @param asOf the time whose books were read, by the database's clock
 * @param sequence of the last commit
 * @param hash of the last commit, in hexadecimal digits
 * @param accounts those that are open
 * @param opened how many accounts were ever opened
 * @param transfers all there ever were
 * @param balances the sum over all accounts, in minor units
 * @param findings how many things are wrong
 * @param first the first of them, one line each
 */
public record AuditResult(
        Instant asOf,
        long sequence,
        String hash,
        long accounts,
        long opened,
        long transfers,
        BigInteger balances,
        BigInteger deposits,
        BigInteger withdrawals,
        long findings,
        List<String> first) {

    public boolean isRight() {
        return findings == 0;
    }
}
