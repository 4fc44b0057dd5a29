package dev.remit.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds what clients were told against what the journal says. */
final class HistoryCheck {

    /** Where a chain was at a version. */
    private record Link(UUID account, long version) {}

    private final List<UUID> accounts;
    private final Set<Movement> movements;
    private final Map<Link, Long> balances;
    private final Map<String, List<Movement>> journal;
    private final List<String> findings = new ArrayList<>();

    /**
     * @param journal of these accounts
     */
    HistoryCheck(List<UUID> accounts, List<Movement> journal) {
        this.accounts = accounts;
        this.movements = Set.copyOf(journal);
        this.journal =
                journal.stream()
                        .filter(movement -> movement.reference() != null)
                        .collect(Collectors.groupingBy(Movement::reference));
        this.balances = balances(journal);
    }

    /**
     * A line for everything that is not as it was told.
     *
     * @param before all accounts together before the first call
     */
    List<String> findings(List<History> histories, History.TotalSeen before) {
        histories.forEach(history -> history.entries().forEach(this::check));
        histories.forEach(this::checkReads);
        Totals totals = new Totals(before, histories, journal.keySet());
        histories.forEach(
                history -> history.totalsSeen().forEach(seen -> totals.check(seen, findings)));
        strangers(histories);
        return findings;
    }

    private void check(History.Entry entry) {
        List<Movement> posted = journal.getOrDefault(entry.wish().reference(), List.of());
        if (posted.size() > 1) {
            find("posted twice", entry, posted);
        }
        if (posted.stream().anyMatch(movement -> !entry.wish().isAskedForBy(movement))) {
            find("posted, but not as it was asked for", entry, posted);
        }
        List<Answer.Posted> acknowledged = entry.acknowledged();
        if (acknowledged.stream().anyMatch(answer -> !posted.contains(answer.movement()))) {
            find("acknowledged, but not in the journal like this", entry, posted);
        }
        if (acknowledged.stream().filter(answer -> !answer.replayed()).count() > 1) {
            find("acknowledged as new twice", entry, posted);
        }
        // Without an acknowledgement only what is unsettled may be there.
        if (acknowledged.isEmpty() && !posted.isEmpty() && !entry.isUnsettled()) {
            find("posted, although the client was told that it was not", entry, posted);
        }
        checkOrder(entry, posted);
    }

    private void checkOrder(History.Entry entry, List<Movement> posted) {
        boolean acknowledged = false;
        for (History.Answered answered : entry.answers()) {
            switch (answered.answer()) {
                case Answer.Posted done -> acknowledged = true;
                case Answer.Refused refused -> {
                    if (acknowledged) {
                        find("acknowledged, and refused later", entry, posted);
                    }
                }
                case Answer.Strange strange -> find("answered strangely", entry, posted);
                default -> {}
            }
        }
    }

    private void checkReads(History history) {
        history.oddities()
                .forEach(reply -> findings.add("a call was answered strangely: " + reply));
        history.learned().stream()
                .filter(movement -> !movements.contains(movement))
                .forEach(it -> findings.add("acknowledged, but not in the journal: " + it));
        Map<UUID, Long> versions = new HashMap<>();
        for (History.AccountSeen seen : history.accountsSeen()) {
            Long balance = balances.get(new Link(seen.account(), seen.version()));
            if (!Objects.equals(balance, seen.balance())) {
                findings.add("a read saw a balance that never was: " + seen + ", but " + balance);
            }
            if (versions.merge(seen.account(), seen.version(), Math::max) > seen.version()) {
                findings.add("a read saw an older balance than one before it: " + seen);
            }
        }
    }

    /** Openings have no reference, nor has what was held; all else was asked for by somebody. */
    private void strangers(List<History> histories) {
        Map<String, List<Movement>> unknown = new HashMap<>(journal);
        histories.forEach(
                history ->
                        history.entries()
                                .forEach(entry -> unknown.remove(entry.wish().reference())));
        unknown.values().forEach(rows -> findings.add("posted, and asked for by nobody: " + rows));
    }

    private Map<Link, Long> balances(List<Movement> movements) {
        Map<Link, Long> links = new HashMap<>();
        for (Movement movement : movements) {
            if (accounts.contains(movement.from())) {
                links.put(
                        new Link(movement.from(), movement.fromVersion()), movement.fromBalance());
            }
            if (accounts.contains(movement.to())) {
                links.put(new Link(movement.to(), movement.toVersion()), movement.toBalance());
            }
        }
        return links;
    }

    private void find(String what, History.Entry entry, List<Movement> posted) {
        findings.add(what + ": " + entry + " and in the journal " + posted);
    }
}
