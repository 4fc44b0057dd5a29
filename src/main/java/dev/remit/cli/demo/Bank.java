package dev.remit.cli.demo;

import dev.remit.api.LedgerProblems;
import dev.remit.commit.CommitQueue;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What the walks do, in the words of the tutorials: each call is one transaction of the ledger's,
 * and returns after its commit, so that nothing that is printed afterwards is printed twice when
 * the transaction had to be retried.
 */
@ApplicationScoped
class Bank {

    private final CommitQueue queue;

    Bank(CommitQueue queue) {
        this.queue = queue;
    }

    /** All accounts or none, named by nobody, in the order of the balances. */
    List<Outcome.Opened> open(List<Long> balances) {
        List<Command> commands =
                balances.stream()
                        .<Command>map(
                                balance ->
                                        new Command.Open(UUID.randomUUID(), false, null, balance))
                        .toList();
        return post(Request.allOf(commands)).stream().map(Outcome.Opened.class::cast).toList();
    }

    /** The posting tells both balances after it. */
    Outcome.Posted transfer(UUID from, UUID to, long amount) {
        Command command = new Command.Post(UUID.randomUUID(), false, from, to, amount, "demo");
        return (Outcome.Posted) post(Request.of(command)).getFirst();
    }

    void close(List<UUID> accounts) {
        List<Command> commands =
                accounts.stream()
                        .<Command>map(account -> new Command.Close(account, true))
                        .toList();
        post(Request.allOf(commands));
    }

    private List<Outcome> post(Request request) {
        List<Outcome> outcomes = queue.submit(request).toCompletableFuture().join();
        if (outcomes.getFirst() instanceof Outcome.Rejected rejected) {
            throw new StepRefused(LedgerProblems.of(rejected.rejection()).detail());
        }
        return outcomes;
    }
}
