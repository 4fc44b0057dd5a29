package dev.remit.load;

import dev.remit.load.AccountStatement.Posting;
import dev.remit.load.TransferOutcomes.Said;
import dev.remit.load.TransferPlan.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads every account of a run, and its whole journal, through the API, and compares them with what
 * was asked for and what was answered. Several threads may run the same check: each takes the next
 * account; when all have returned there is a result.
 */
final class BookCheck implements Callable<Void> {

    /** The first findings; the others are counted. */
    private static final int DESCRIBED = 10;

    private final PatientClient client;
    private final UUID[] accounts;
    private final TransferPlan plan;
    private final TransferOutcomes outcomes;
    private final AtomicInteger taken = new AtomicInteger();

    private final List<String> findings = new ArrayList<>();
    private long faults;
    private long postings;
    private long total;

    BookCheck(PatientClient client, UUID[] accounts, TransferPlan plan, TransferOutcomes outcomes) {
        this.client = client;
        this.accounts = accounts;
        this.plan = plan;
        this.outcomes = outcomes;
        outcomes.forgetSeen();
    }

    synchronized String progress() {
        return String.format(
                Locale.ROOT,
                "checking the books: account %,d of %,d, %,d postings",
                Math.min(taken.get(), accounts.length),
                accounts.length,
                postings);
    }

    @Override
    public Void call() throws UnreachableException, InterruptedException {
        for (int next = taken.getAndIncrement();
                next < accounts.length;
                next = taken.getAndIncrement()) {
            new AccountStatement(client, accounts[next], this).check();
        }
        return null;
    }

    synchronized void find(String format, Object... values) {
        faults++;
        if (findings.size() < DESCRIBED) {
            findings.add(String.format(Locale.ROOT, format, values));
        }
    }

    /** An account has this balance now. */
    synchronized void count(long balance) {
        total += balance;
    }

    /** Every posting of the run's accounts passes here once; the first is the opening deposit. */
    synchronized void see(UUID account, Posting posting) {
        postings++;
        if (posting.version() <= 1) {
            return;
        }
        int number = posting.transfer() == null ? -1 : plan.number(posting.transfer());
        if (number < 0 || number >= outcomes.count()) {
            find("transfer %s: posted on account %s, but never sent", posting.transfer(), account);
            return;
        }
        boolean debit = posting.amount() < 0;
        if (debit) {
            outcomes.seeDebit(number);
        } else {
            outcomes.seeCredit(number);
        }
        Transfer asked = plan.transfer(number);
        if (Math.abs(posting.amount()) != asked.amount()
                || !account.equals(debit ? asked.from() : asked.to())
                || !(debit ? asked.to() : asked.from()).equals(posting.counterparty())) {
            find(
                    "transfer %s: %d from %s to %s was asked for, but account %s has %d with %s",
                    posting.transfer(),
                    asked.amount(),
                    asked.from(),
                    asked.to(),
                    account,
                    posting.amount(),
                    posting.counterparty());
        }
    }

    synchronized BookResult result() {
        for (int number = 0; number < outcomes.count(); number++) {
            compare(number);
        }
        long paidIn = accounts.length * LoadRun.OPENING_BALANCE;
        if (total != paidIn) {
            find(
                    "the balances of the %d accounts add up to %d, but %d was paid in",
                    accounts.length, total, paidIn);
        }
        return new BookResult(
                accounts.length, postings, paidIn, total, faults, List.copyOf(findings));
    }

    private void compare(int number) {
        int debits = outcomes.debits(number);
        int credits = outcomes.credits(number);
        Said said = outcomes.said(number);
        boolean once = debits == 1 && credits == 1;
        boolean never = debits == 0 && credits == 0;
        boolean right =
                switch (said) {
                    case ACKNOWLEDGED -> once;
                    case REFUSED -> never;
                    case UNKNOWN -> once || never;
                };
        if (!right) {
            find(
                    "transfer %s: %s, but the journal has %s and %s",
                    plan.transfer(number).id(),
                    answer(said),
                    times(debits, "debit"),
                    times(credits, "credit"));
        }
    }

    private static String answer(Said said) {
        return switch (said) {
            case ACKNOWLEDGED -> "acknowledged";
            case REFUSED -> "refused";
            case UNKNOWN -> "of unknown outcome";
        };
    }

    private static String times(int count, String what) {
        return switch (count) {
            case 0 -> "no " + what + " of it";
            case 1 -> "one " + what;
            case 2 -> "two " + what + "s";
            default -> "three or more " + what + "s";
        };
    }
}
