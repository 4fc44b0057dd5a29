package dev.remit.load;

import java.util.List;

/**
 * What the books of a run's accounts say after it.
 *
 * @param accounts how many there are
 * @param postings journal entries of these accounts, two for a transfer, one for an opening deposit
 * @param paidIn sum of the opening balances, in minor units
 * @param total sum of the balances now
 * @param faults how many things are wrong
 * @param findings the first of them, one sentence each
 */
public record BookResult(
        int accounts, long postings, long paidIn, long total, long faults, List<String> findings) {

    public boolean balanced() {
        return faults == 0;
    }
}
