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
 * @param followed the transfers that a command settles or reverses: with them their accounts, and
 *     the last ones that have settled or reversed them
 * @param openings the accounts that may have been opened by an earlier request
 * @param monitors those that may have been created by an earlier request: with them their accounts
 */
public record Needs(
        Set<UUID> accounts,
        Set<UUID> profiles,
        Set<UUID> transfers,
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
                        new HashSet<>());
        requests.forEach(request -> request.commands().forEach(needs::add));
        return needs;
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
                    transfers.add(open.deposit());
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
                transfers.add(close.withdrawal());
            }
        }
    }

    private void add(Command.Post post) {
        account(post.from());
        account(post.to());
        transfer(post);
    }

    private void follow(Command.OfTransfer command, UUID transfer) {
        transfer(command);
        transfers.add(transfer);
        followed.add(transfer);
    }

    private void transfer(Command.OfTransfer command) {
        if (command.keyed()) {
            transfers.add(command.id());
        }
    }

    private void account(UUID id) {
        if (id != null) {
            accounts.add(id);
        }
    }
}
