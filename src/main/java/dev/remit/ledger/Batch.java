package dev.remit.ledger;

import dev.remit.database.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The units that one transaction posts, and what is remembered of them between two attempts. */
public final class Batch {

    private final List<Unit> units;
    private final List<Decision> inDoubt = new ArrayList<>();
    private Decision committing;
    private volatile Failure lastFailure;

    public Batch(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    public List<Unit> units() {
        return units;
    }

    /** A new attempt begins. Unless the last one was rolled back for certain, it is in doubt. */
    void attempt() {
        if (committing != null) {
            inDoubt.add(committing);
            committing = null;
        }
    }

    /** The attempt has written everything and nothing but the COMMIT is left. */
    void committing(Decision decision) {
        committing = decision;
    }

    /** The attempt has failed. */
    void failed(Failure failure) {
        lastFailure = failure;
        if (failure.kind() == Failure.Kind.CONFLICT) {
            committing = null;
        }
    }

    /**
     * What earlier attempts had written when their COMMIT was not answered. At most one of them
     * took place, and if it did, all of it did.
     */
    List<Decision> inDoubt() {
        return inDoubt;
    }

    /** After all attempts have failed: whether one of them may be in the books all the same. */
    boolean mayBeCommitted() {
        return committing != null || !inDoubt.isEmpty();
    }

    /** Of the last attempt that failed; null if none has. */
    Failure lastFailure() {
        return lastFailure;
    }

    /** Some of the units, to be posted on their own. */
    Batch part(int from, int to) {
        return new Batch(units.subList(from, to));
    }

    /** The accounts to be read and locked. */
    Set<UUID> accounts() {
        Set<UUID> accounts = new HashSet<>();
        commands(
                command -> {
                    switch (command) {
                        case Command.Post post -> {
                            add(accounts, post.from());
                            add(accounts, post.to());
                        }
                        case Command.Open open ->
                                add(accounts, open.chosen() ? open.account() : null);
                        case Command.Close close -> add(accounts, close.account());
                    }
                });
        return accounts;
    }

    /** The transfers that may have been posted by an earlier request. */
    Set<UUID> keys() {
        Set<UUID> ids = new HashSet<>();
        commands(
                command -> {
                    if (command instanceof Command.Post post && post.keyed()) {
                        ids.add(post.id());
                    }
                });
        return ids;
    }

    /** The accounts to be opened under an id that may have a history. */
    Set<UUID> openings() {
        Set<UUID> ids = new HashSet<>();
        commands(
                command -> {
                    if (command instanceof Command.Open open && open.chosen()) {
                        ids.add(open.account());
                    }
                });
        return ids;
    }

    private void commands(Consumer<Command> action) {
        units.forEach(unit -> unit.commands().forEach(action));
    }

    private static void add(Set<UUID> accounts, UUID account) {
        if (account != null) {
            accounts.add(account);
        }
    }
}
