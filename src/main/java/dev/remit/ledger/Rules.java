package dev.remit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All business rules: applies the commands of a commit, in order of arrival, to the ledger as it
 * was read. A pure function of its arguments: no I/O, no clock, no randomness.
 */
public final class Rules {

    private final Draft draft;
    private final TransferRules transfers;
    private final AccountRules accounts;
    private final MonitorRules monitors;

    private Rules(Draft draft) {
        this.draft = draft;
        Postings postings = new Postings(draft);
        this.transfers = new TransferRules(draft, postings);
        this.accounts = new AccountRules(draft, postings);
        this.monitors = new MonitorRules(draft);
    }

    /**
     * @param token of this attempt at the commit
     * @param now microseconds since 1970-01-01T00:00Z
     */
    public static Decision decide(List<Request> requests, State state, UUID token, long now) {
        Draft draft = new Draft(state, now);
        Rules rules = new Rules(draft);
        List<List<Outcome>> outcomes = new ArrayList<>(requests.size());
        for (Request request : requests) {
            outcomes.add(rules.apply(request));
        }
        if (draft.events().isEmpty()) {
            return new Decision(outcomes, null, state.head(), List.of(), List.of());
        }
        Commit commit = new Commit(draft.sequence(), token, draft.time(), draft.events());
        return new Decision(
                outcomes, commit, state.head().after(commit), draft.accounts(), draft.totals());
    }

    private List<Outcome> apply(Request request) {
        draft.begin(request);
        List<Outcome> outcomes = new ArrayList<>(request.size());
        for (Command command : request.commands()) {
            Outcome outcome = apply(command, outcomes.size());
            if (request.isAtomic() && outcome instanceof Outcome.Rejected) {
                draft.takeBack();
                return List.of(outcome);
            }
            outcomes.add(outcome);
        }
        if (request.isDry()) {
            draft.takeBack();
        }
        return outcomes;
    }

    private Outcome apply(Command command, int index) {
        try {
            return switch (command) {
                case Command.Post post -> transfers.post(post);
                case Command.Hold hold -> transfers.hold(hold);
                case Command.Settle settle -> transfers.settle(settle);
                case Command.Reverse reverse -> transfers.reverse(reverse);
                case Command.Open open -> accounts.open(open);
                case Command.Change change -> accounts.change(change);
                case Command.CreateMonitor create -> monitors.create(create);
                case Command.DeleteMonitor delete -> monitors.delete(delete);
                case Command.Close close -> accounts.close(close);
            };
        } catch (Rejected rejected) {
            return new Outcome.Rejected(rejected.rejection(), index);
        }
    }
}
