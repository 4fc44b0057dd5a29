package dev.remit.api.mcp;

import dev.remit.api.Uuids;
import dev.remit.api.access.Scope;
import dev.remit.api.account.AccountResponse;
import dev.remit.api.account.BalanceResponse;
import dev.remit.api.mcp.Tool.Question;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.store.AccountFilter;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What assistants may ask about accounts. */
@Singleton
class AccountTools {

    static final String ACCOUNT = "account";
    static final String LIMIT = "limit";

    /** A model reads slowly, and pays for it. */
    static final int MOST = 100;

    static final int DEFAULT = 20;

    private final LedgerReader reader;

    AccountTools(LedgerReader reader) {
        this.reader = reader;
    }

    List<Tool> all() {
        return List.of(findAccounts(), balanceAt());
    }

    private Tool findAccounts() {
        return new Tool(
                "find_accounts",
                "Find accounts",
                """
                Lists open accounts in order of id, each with its balance, what is held of it and what is
                available, in minor units from -9007199254740991 to 9007199254740991. Without arguments all of
                them, page by page: give the next of an answer as after, until it is null. With filters a page
                may be short, or empty, and have a next all the same.""",
                Scope.ACCOUNTS_READ,
                List.of(
                        Parameter.text(
                                "name", "What the account's name begins with, to the letter."),
                        Parameter.text("currency", "The code of its currency, such as USD."),
                        Parameter.number(
                                "min_balance",
                                "The least balance, in minor units.",
                                -Money.MAX,
                                Money.MAX),
                        Parameter.number(
                                "max_balance",
                                "The largest balance, in minor units.",
                                -Money.MAX,
                                Money.MAX),
                        Parameter.choice(
                                "frozen",
                                "Which way no money moves.",
                                "none",
                                "debits",
                                "credits",
                                "all"),
                        limit(),
                        Parameter.id("after", "The next of the page before.")),
                this::find);
    }

    private Tool balanceAt() {
        return new Tool(
                "balance_at",
                "Balance of an account",
                """
                What an account held at a time, in minor units: its balance after the last posting until then,
                and its version, which is the number of its postings. Without a time the whole account as it is
                now.""",
                Scope.ACCOUNTS_READ,
                List.of(
                        Parameter.id(ACCOUNT, "The account's id.").required(),
                        Parameter.time("time", "When; by default now.")),
                this::balance);
    }

    /** Of every tool that answers with a page. */
    static Parameter limit() {
        return Parameter.number(
                LIMIT, "How many items a page has at most; by default " + DEFAULT + ".", 1, MOST);
    }

    private AccountResponse.Page find(Question question) {
        Arguments arguments = question.arguments();
        String frozen = arguments.text("frozen");
        AccountFilter filter =
                new AccountFilter(
                        arguments.text("name"),
                        arguments.text("currency"),
                        arguments.number("min_balance", -Money.MAX),
                        arguments.number("max_balance", Money.MAX),
                        frozen == null ? null : Frozen.parse(frozen));
        UUID after = Uuids.cursor("after", arguments.text("after"));
        return AccountResponse.Page.of(
                reader.accounts(filter, after, (int) arguments.number(LIMIT, DEFAULT)));
    }

    private Object balance(Question question) {
        UUID account = question.arguments().id(ACCOUNT);
        Instant time = question.arguments().time("time");
        Optional<?> found =
                time == null
                        ? reader.account(account).map(AccountResponse::from)
                        : reader.balanceAt(account, time)
                                .map(balance -> BalanceResponse.of(account, balance, time));
        return found.orElseThrow(() -> new ProblemException(Problems.accountNotFound(account)));
    }
}
