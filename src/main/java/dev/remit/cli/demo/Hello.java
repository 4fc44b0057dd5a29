package dev.remit.cli.demo;

import dev.remit.ledger.Outcome;
import dev.remit.store.LedgerReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The "hello world" of the psycopg2 tutorial: two accounts, 100 from one to the other, the balances
 * before and after.
 */
@ApplicationScoped
public class Hello {

    /** As C's asctime writes it, which is what the tutorial prints. */
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private final Bank bank;
    private final LedgerReader reader;

    Hello(Bank bank, LedgerReader reader) {
        this.bank = bank;
        this.reader = reader;
    }

    public void run(PrintStream out) {
        List<UUID> ids = bank.open(List.of(1000L, 250L)).stream().map(Outcome.Opened::id).toList();
        printBalances(out, ids);
        bank.transfer(ids.getFirst(), ids.getLast(), 100);
        printBalances(out, ids);
        bank.close(ids);
    }

    private void printBalances(PrintStream out, List<UUID> ids) {
        out.println("Balances at " + ZonedDateTime.now().format(ASCTIME) + ":");
        for (UUID id : ids) {
            out.println("account id: " + id + "  balance: $" + balance(id));
        }
    }

    private long balance(UUID id) {
        return reader.account(id)
                .orElseThrow(() -> new StepRefused("Account " + id + " has gone away."))
                .balance;
    }
}
