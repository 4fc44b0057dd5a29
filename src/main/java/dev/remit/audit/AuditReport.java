package dev.remit.audit;

import java.io.PrintStream;
import java.util.Locale;

/** The result of an audit, for a person. */
public final class AuditReport {

    private AuditReport() {}

    public static void print(AuditResult result, PrintStream out) {
        out.println("The books as of " + result.asOf() + ":");
        line(out, "accounts", result.accounts());
        line(out, "transfers", result.transfers());
        line(out, "deposits", result.deposits());
        line(out, "withdrawals", result.withdrawals());
        line(out, "balances", result.balances());
        // As --expect takes it.
        out.printf(Locale.ROOT, "  head        %d:%s%n", result.sequence(), result.hash());
        out.printf(
                Locale.ROOT,
                "  memory      %d bytes for each of %,d accounts ever opened%n",
                AccountStates.BYTES_PER_ACCOUNT,
                result.opened());
        result.first().forEach(out::println);
        long more = result.findings() - result.first().size();
        if (more > 0) {
            out.printf(Locale.ROOT, "... and %,d more.%n", more);
        }
        out.println(
                result.isRight()
                        ? "They are right."
                        : String.format(
                                Locale.ROOT,
                                "They are wrong: %,d %s.",
                                result.findings(),
                                result.findings() == 1 ? "finding" : "findings"));
        out.flush();
    }

    private static void line(PrintStream out, String name, Number value) {
        out.printf(Locale.ROOT, "  %-11s %,26d%n", name, value);
    }
}
