package dev.remit.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What has to be read before the rules can decide.
 *
 * @param accounts those that commands name
 * @param transfers those that may have been posted by an earlier request
 * @param openings the accounts that may have been opened by an earlier request
 */
public record Needs(Set<UUID> accounts, Set<UUID> transfers, Set<UUID> openings) {

    public static Needs of(List<Request> requests) {
        Needs needs = new Needs(new HashSet<>(), new HashSet<>(), new HashSet<>());
        requests.forEach(request -> request.commands().forEach(needs::add));
        return needs;
    }

    /** What is needed here and not there. */
    public Needs without(Needs others) {
        return new Needs(
                difference(accounts, others.accounts),
                difference(transfers, others.transfers),
                difference(openings, others.openings));
    }

    public boolean isEmpty() {
        return accounts.isEmpty() && transfers.isEmpty() && openings.isEmpty();
    }

    private static Set<UUID> difference(Set<UUID> these, Set<UUID> others) {
        Set<UUID> left = new HashSet<>(these);
        others.forEach(left::remove);
        return left;
    }

    private void add(Command command) {
        switch (command) {
            case Command.Post post -> {
                account(post.from());
                account(post.to());
                if (post.keyed()) {
                    transfers.add(post.id());
                }
            }
            case Command.Open open -> {
                // An id that the service has just picked cannot be known to anybody.
                if (open.keyed()) {
                    accounts.add(open.account());
                    openings.add(open.account());
                    transfers.add(open.deposit());
                }
            }
            case Command.Close close -> {
                accounts.add(close.account());
                transfers.add(close.withdrawal());
            }
        }
    }

    private void account(UUID id) {
        if (id != null) {
            accounts.add(id);
        }
    }
}
