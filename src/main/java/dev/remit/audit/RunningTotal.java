package dev.remit.audit;

import dev.remit.audit.TotalRows.Row;
import java.math.BigDecimal;
import java.math.BigInteger;

/** All accounts of a currency together, as the commits so far have left them. */
final class RunningTotal {

    private final String currency;
    private long accounts;
    private BigInteger money = BigInteger.ZERO;
    private long accountsBefore;
    private BigInteger moneyBefore = BigInteger.ZERO;

    RunningTotal(String currency) {
        this.currency = currency;
    }

    void add(long accounts, long money) {
        this.accounts += accounts;
        this.money = this.money.add(BigInteger.valueOf(money));
    }

    /**
     * At the end of a commit.
     *
     * @param row null if the commit has none
     */
    void check(CommitRow commit, Row row, Findings findings) {
        boolean isChanged = accounts != accountsBefore || !money.equals(moneyBefore);
        if (row == null && isChanged) {
            findings.add(
                    "totals of %s: there is no row of commit %d, which changed them",
                    currency, commit.sequence());
        } else if (row != null && !isChanged) {
            findings.add(
                    "totals of %s: there is a row of commit %d, which did not change them",
                    currency, commit.sequence());
        } else if (row != null && !is(row)) {
            findings.add(
                    "totals of %s: the row of commit %d has %d accounts that hold %s, but it leaves %d that hold %d",
                    currency, commit.sequence(), row.accounts(), row.total(), accounts, money);
        }
        accountsBefore = accounts;
        moneyBefore = money;
    }

    private boolean is(Row row) {
        return Long.valueOf(accounts).equals(row.accounts())
                && row.total() != null
                && row.total().compareTo(new BigDecimal(money)) == 0;
    }
}
