package dev.remit.ledger;

import java.util.List;

/**
 * What the rules make of the commands of a commit.
 *
 * @param outcomes one list per request, in the order of the requests: an outcome per command, or,
 *     when one of those that are all or nothing was rejected, that rejection alone
 * @param commit what takes place; null if nothing does
 * @param head the ledger's head afterwards
 * @param accounts what becomes of those that are touched
 * @param totals what changes of all accounts together, one per currency of which something does
 */
public record Decision(
        List<List<Outcome>> outcomes,
        Commit commit,
        Head head,
        List<AccountChange> accounts,
        List<TotalChange> totals) {

    /**
     * Whether somebody is told no, or what there was before: keys that were {@linkplain
     * Needs#ofNewKeys() taken for new} may then be known, without anything being written that finds
     * it out.
     */
    public boolean dependsOnKeys() {
        return outcomes.stream().flatMap(List::stream).anyMatch(Decision::isNotNew);
    }

    private static boolean isNotNew(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected rejected -> true;
            case Outcome.Posted posted -> posted.replayed();
            default -> false;
        };
    }

    /** How many transfers are posted. */
    public int transfers() {
        return commit == null
                ? 0
                : (int) commit.events().stream().filter(Event.Posted.class::isInstance).count();
    }
}
