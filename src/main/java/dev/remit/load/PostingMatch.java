package dev.remit.load;

import dev.remit.load.StatementPage.Posting;
import dev.remit.load.TransferOutcomes.Said;
import java.util.UUID;

/**
 * Compares the journal with what was asked for and what was answered. Every posting of the run's
 * accounts passes here once, then {@link #end} looks for what did not. Safe for several threads.
 */
final class PostingMatch {

    private final UUID[] accounts;
    private final TransferIds ids;
    private final TransferPlan plan;
    private final TransferOutcomes outcomes;
    private final Findings findings;

    PostingMatch(
            UUID[] accounts,
            TransferIds ids,
            TransferPlan plan,
            TransferOutcomes outcomes,
            Findings findings) {
        this.accounts = accounts;
        this.ids = ids;
        this.plan = plan;
        this.outcomes = outcomes;
        this.findings = findings;
        outcomes.forgetSeen();
    }

    synchronized void see(UUID account, Posting posting) {
        int number = posting.transfer() == null ? -1 : ids.number(posting.transfer());
        if (number < 0 || number >= outcomes.count()) {
            findings.add(
                    "transfer %s: posted on account %s, but never sent",
                    posting.transfer(), account);
            return;
        }
        boolean debit = posting.amount() < 0;
        if (debit) {
            outcomes.seeDebit(number);
        } else {
            outcomes.seeCredit(number);
        }
        TransferPlan.Planned asked = plan.transfer(number);
        UUID from = accounts[asked.from()];
        UUID to = accounts[asked.to()];
        if (Math.abs(posting.amount()) != asked.amount()
                || !account.equals(debit ? from : to)
                || !(debit ? to : from).equals(posting.counterparty())) {
            findings.add(
                    "transfer %s: %d from %s to %s was asked for, but account %s has %d with %s",
                    posting.transfer(),
                    asked.amount(),
                    from,
                    to,
                    account,
                    posting.amount(),
                    posting.counterparty());
        }
    }

    synchronized void end() {
        for (int number = 0; number < outcomes.count(); number++) {
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
                findings.add(
                        "transfer %s: %s, but the journal has %s and %s",
                        ids.id(number),
                        answer(said),
                        times(debits, "debit"),
                        times(credits, "credit"));
            }
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
