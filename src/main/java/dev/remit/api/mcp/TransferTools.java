package dev.remit.api.mcp;

import static dev.remit.api.mcp.AccountTools.ACCOUNT;
import static dev.remit.api.mcp.AccountTools.DEFAULT;
import static dev.remit.api.mcp.AccountTools.LIMIT;

import dev.remit.api.access.Scope;
import dev.remit.api.mcp.Tool.Question;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.api.transfer.HistoryResource;
import dev.remit.api.transfer.HistoryResponse;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Transfer;
import dev.remit.store.Account;
import dev.remit.store.Followed;
import dev.remit.store.HistoryFilter;
import dev.remit.store.HistoryReader;
import dev.remit.store.JournalReader;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What assistants may ask about transfers. */
@Singleton
class TransferTools {

    private final LedgerReader ledger;
    private final HistoryReader histories;
    private final JournalReader journal;

    TransferTools(LedgerReader ledger, HistoryReader histories, JournalReader journal) {
        this.ledger = ledger;
        this.histories = histories;
        this.journal = journal;
    }

    List<Tool> all() {
        return List.of(accountHistory(), explainTransfer());
    }

    private Tool accountHistory() {
        return new Tool(
                "account_history",
                "History of an account",
                """
                The postings of an account, newest first: amount in minor units, negative where money left the
                account, and the balance and version after it. Page by page: give the next of an answer as
                before, until it is null. Holds are no postings. Of a closed account the history is kept.""",
                Scope.TRANSFERS_READ,
                List.of(
                        Parameter.id(ACCOUNT, "The account's id.").required(),
                        Parameter.time("from", "Only postings of this time or later."),
                        Parameter.time("to", "Only postings before this time."),
                        Parameter.choice(
                                "direction", "Only money that came in, or went out.", "in", "out"),
                        Parameter.id("counterparty", "Only postings with this other account."),
                        Parameter.text(
                                "reference", "Only postings with this reference, to the letter."),
                        AccountTools.limit(),
                        Parameter.text("before", "The next of the page before.")),
                this::history);
    }

    private Tool explainTransfer() {
        return new Tool(
                "explain_transfer",
                "Explain a transfer",
                """
                Everything that is known of a transfer, deposit, withdrawal, hold or reversal: a sentence about
                it, both accounts as they are now (null where there is none, or it is closed), the hold that it
                settles or the transfer that it reverses, what has settled or reversed it, its commit, and who
                asked for it if the token has the scope ledger:audit. Amounts are in minor units, 1 to
                9007199254740991.""",
                Scope.TRANSFERS_READ,
                List.of(Parameter.id("transfer", "The transfer's id.").required()),
                this::explain);
    }

    private HistoryResponse history(Question question) {
        Arguments arguments = question.arguments();
        UUID account = arguments.id(ACCOUNT);
        HistoryFilter filter =
                new HistoryFilter(
                        arguments.time("from"),
                        arguments.time("to"),
                        HistoryResource.direction(arguments.text("direction")),
                        arguments.id("counterparty"),
                        arguments.text("reference"));
        return histories
                .history(
                        account,
                        filter,
                        HistoryResource.version(arguments.text("before")),
                        (int) arguments.number(LIMIT, DEFAULT))
                .map(page -> HistoryResponse.of(account, page))
                .orElseThrow(() -> new ProblemException(Problems.accountNotFound(account)));
    }

    private Explanation explain(Question question) {
        UUID id = question.arguments().id("transfer");
        Followed followed =
                ledger.transfer(id)
                        .orElseThrow(() -> new ProblemException(Problems.transferNotFound(id)));
        Transfer transfer = followed.transfer();
        Followed concerned =
                transfer.related() == null
                        ? null
                        : ledger.transfer(transfer.related()).orElseThrow();
        String actor =
                question.may().test(Scope.LEDGER_AUDIT)
                        ? journal.actor(transfer.sequence(), id).orElse(null)
                        : null;
        return Explanation.of(
                followed, concerned, account(transfer.from()), account(transfer.to()), actor);
    }

    /** Null if there is none, or none any more. */
    private Account account(Entry entry) {
        return entry == null ? null : ledger.account(entry.account()).orElse(null);
    }
}
