package dev.remit.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What has to be read before commands can be decided.
 *
 * @param accounts those that the commands name
 * @param profiles the accounts whose terms a command has to know
 * @param transfers those that may have been posted by an earlier request
 * @param required those of them that have to be known even if no key was given before
 * @param followed the transfers that a command settles or reverses: with them their accounts, and
 *     the last ones that have settled or reversed them
 * @param openings the accounts that may have been opened by an earlier request
 * @param monitors those that may have been created by an earlier request: with them their accounts
 */
public record Needs(
        Set<UUID> accounts,
        Set<UUID> profiles,
        Set<UUID> transfers,
        Set<UUID> required,
        Set<UUID> followed,
        Set<UUID> openings,
        Set<UUID> monitors) {

    public static Needs of(List<Request> requests) {
        Needs needs =
                new Needs(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>());
        requests.forEach(needs::add);
        return needs;
    }

    /**
     * What remains if every key that callers have chosen for a transfer is taken for new. Where one
     * is not, the commit fails, because there cannot be two transfers of one id.
     *
     * @see Decision#dependsOnKeys()
     */
    public Needs ofNewKeys() {
        return new Needs(accounts, profiles, required, required, followed, openings, monitors);
    }

    private void add(Request request) {
        request.commands().forEach(this::add);
        if (request.isDry()) {
            // Nothing of it is written, so that nothing would fail.
            required.addAll(transfers);
        }
    }

    private void add(Command command) {
        switch (command) {
            case Command.Post post -> add(post);
            case Command.Hold hold -> add(hold.transfer());
            case Command.Settle settle -> follow(settle, settle.hold());
            case Command.Reverse reverse -> follow(reverse, reverse.transfer());
            case Command.Open open -> {
                // An id that the service has just picked cannot be known to anybody.
                if (open.keyed()) {
                    accounts.add(open.account());
                    profiles.add(open.account());
                    openings.add(open.account());
                    require(open.deposit());
                }
            }
            case Command.Change change -> {
                accounts.add(change.account());
                profiles.add(change.account());
            }
            case Command.CreateMonitor create -> {
                accounts.add(create.monitor().account());
                if (create.keyed()) {
                    monitors.add(create.monitor().id());
                }
            }
            case Command.DeleteMonitor delete -> monitors.add(delete.monitor());
            case Command.Close close -> {
                accounts.add(close.account());
                require(close.withdrawal());
            }
        }
    }

    private void add(Command.Post post) {
        account(post.from());
        account(post.to());
        key(post);
    }

    private void follow(Command.OfTransfer command, UUID transfer) {
        key(command);
        require(transfer);
        followed.add(transfer);
    }

    private void key(Command.OfTransfer command) {
        if (command.keyed()) {
            transfers.add(command.id());
        }
    }

    private void require(UUID transfer) {
        transfers.add(transfer);
        required.add(transfer);
    }

    private void account(UUID id) {
        if (id != null) {
            accounts.add(id);
        }
    }
}
