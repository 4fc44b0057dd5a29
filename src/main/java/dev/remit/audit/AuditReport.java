package dev.remit.audit;

import java.io.PrintStream;
import java.util.Locale;

/** The result of an audit, for a person. */
public final class AuditReport {

    private AuditReport() {}

    public static void print(AuditResult result, PrintStream out) {
        out.println("The books as of " + result.asOf() + ":");
        line(out, "accounts", result.accounts());
        line(out, "postings", result.postings());
        line(out, "deposits", result.deposits());
        line(out, "withdrawals", result.withdrawals());
        line(out, "balances", result.balances());
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
