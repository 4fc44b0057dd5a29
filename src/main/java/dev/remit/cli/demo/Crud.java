package dev.remit.cli.demo;

import dev.remit.ledger.Outcome;
import dev.remit.ledger.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The walk of the SQLAlchemy tutorial: a hundred accounts, half of one's balance to another, five
 * deleted, ninety-five left.
 */
@ApplicationScoped
public class Crud {

    private static final int ACCOUNTS = 100;
    private static final int DELETED = 5;
    private static final long BALANCE_BOUND = 1_000_000;

    private final Bank bank;

    Crud(Bank bank) {
        this.bank = bank;
    }

    public void run(PrintStream out, Random random) {
        List<Outcome.Opened> accounts = create(out, random);
        transferHalf(out, accounts, random);
        delete(out, accounts, random);
    }

    private List<Outcome.Opened> create(PrintStream out, Random random) {
        out.println("Creating new accounts...");
        List<Outcome.Opened> accounts =
                bank.open(
                        LongStream.generate(() -> random.nextLong(BALANCE_BOUND))
                                .limit(ACCOUNTS)
                                .boxed()
                                .toList());
        for (Outcome.Opened account : accounts) {
            out.println(
                    "Created new account with id %s and balance %d."
                            .formatted(account.id(), account.account().balance()));
        }
        return accounts;
    }

    private void transferHalf(PrintStream out, List<Outcome.Opened> accounts, Random random) {
        List<Outcome.Opened> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        // Half of 0 or 1 is nothing, and nothing is no transfer: the first that has more.
        Outcome.Opened from =
                shuffled.stream()
                        .filter(account -> account.account().balance() > 1)
                        .findFirst()
                        .orElseThrow(() -> new StepRefused("All accounts are empty, by chance."));
        shuffled.remove(from);
        Outcome.Opened to = shuffled.getFirst();
        long amount = from.account().balance() / 2;

        out.println("Random account balances:");
        printBalance(out, from.id(), from.account().balance());
        printBalance(out, to.id(), to.account().balance());
        out.println(
                "Transferring %d from account %s to account %s..."
                        .formatted(amount, from.id(), to.id()));
        Transfer transfer = bank.transfer(from.id(), to.id(), amount).transfer();
        out.println("Transfer complete.");
        out.println("New balances:");
        printBalance(out, from.id(), transfer.from().balance());
        printBalance(out, to.id(), transfer.to().balance());
    }

    private void delete(PrintStream out, List<Outcome.Opened> accounts, Random random) {
        out.println("Deleting existing accounts...");
        List<UUID> ids = new ArrayList<>(accounts.stream().map(Outcome.Opened::id).toList());
        Collections.shuffle(ids, random);
        List<UUID> deleted = ids.subList(0, DELETED);
        bank.close(deleted);
        for (UUID id : deleted) {
            out.println("Deleted account " + id + ".");
        }
    }

    private static void printBalance(PrintStream out, UUID account, long balance) {
        out.println("Account %s: %d".formatted(account, balance));
    }
}
