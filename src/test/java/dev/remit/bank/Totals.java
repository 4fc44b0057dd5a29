package dev.remit.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What all accounts together may hold at a time. Transfers do not change it; how deposits and
 * withdrawals do is known as well as a client can know it: not before they were asked for, and not
 * after they were acknowledged.
 */
final class Totals {

    /** Money came in or went out, by this much, between these two times. */
    private record Change(long amount, long notBefore, long notAfter) {}

    private final History.TotalSeen before;
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param posted the references of all that is in the journal
     */
    Totals(History.TotalSeen before, List<History> histories, Set<String> posted) {
        this.before = before;
        for (History history : histories) {
            for (History.Entry entry : history.entries()) {
                Wish wish = entry.wish();
                boolean counts = wish.from() == null || wish.to() == null;
                if (counts && posted.contains(wish.reference())) {
                    long amount = wish.from() == null ? wish.amount() : -wish.amount();
                    changes.add(new Change(amount, entry.firstAsked(), acknowledged(entry)));
                }
            }
        }
    }

    void check(History.TotalSeen seen, List<String> findings) {
        if (seen.count() != before.count()) {
            findings.add("a read saw a wrong number of accounts: " + seen + ", not " + before);
        }
        // The sharp one: only transfers have other digits here.
        if ((seen.total() - before.total()) % Customer.WHOLE != 0) {
            findings.add("a read saw half of a transfer: " + seen + " after " + before);
        }
        long least = before.total();
        long most = before.total();
        for (Change change : changes) {
            boolean certain = change.notAfter() < seen.began();
            boolean possible = change.notBefore() < seen.ended();
            if (change.amount() > 0) {
                least += certain ? change.amount() : 0;
                most += possible ? change.amount() : 0;
            } else {
                least += possible ? change.amount() : 0;
                most += certain ? change.amount() : 0;
            }
        }
        if (seen.total() < least || seen.total() > most) {
            findings.add("a read saw a wrong total: %s, not %d to %d".formatted(seen, least, most));
        }
    }

    private static long acknowledged(History.Entry entry) {
        return entry.answers().stream()
                .filter(answered -> answered.answer() instanceof Answer.Posted)
                .mapToLong(History.Answered::at)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
