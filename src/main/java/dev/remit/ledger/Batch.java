package dev.remit.ledger;

import dev.remit.database.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The units that one transaction posts, and what is remembered of them between two attempts at it.
 */
public final class Batch {

    private final List<Unit> units;
    private final Set<UUID> attempted = new HashSet<>();
    private Decision written;
    private volatile Failure lastFailure;

    public Batch(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    public List<Unit> units() {
        return units;
    }

    /**
     * A new attempt begins. Unless the last one was rolled back for certain, it may have been
     * committed.
     */
    void attempt() {
        if (written != null) {
            attempted.addAll(written.applied());
            written = null;
        }
    }

    /** The attempt has written everything and nothing but the COMMIT is left. */
    void written(Decision decision) {
        written = decision;
    }

    /** The attempt has failed. */
    void failed(Failure failure) {
        lastFailure = failure;
        if (failure.kind() == Failure.Kind.CONFLICT) {
            written = null;
        }
    }

    /** Of the last attempt that failed; null if none has. */
    Failure lastFailure() {
        return lastFailure;
    }

    /**
     * Some of the units, to be posted on their own; what may be committed is still to be looked up.
     */
    Batch part(int from, int to) {
        Batch part = new Batch(units.subList(from, to));
        part.attempted.addAll(attempted);
        if (written != null) {
            part.attempted.addAll(written.applied());
        }
        return part;
    }

    /** After all attempts have failed: whether one of them may be in the books all the same. */
    boolean mayBeCommitted() {
        return written != null || !attempted.isEmpty();
    }

    /**
     * The ids under which earlier attempts may have posted something: looked up before anything is
     * decided.
     */
    Set<UUID> attempted() {
        return attempted;
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

    /** The ids that may be in the journal already. */
    Set<UUID> lookups() {
        Set<UUID> ids = new HashSet<>(attempted);
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
                    if (command instanceof Command.Open open
                            && (open.chosen() || !attempted.isEmpty())) {
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
