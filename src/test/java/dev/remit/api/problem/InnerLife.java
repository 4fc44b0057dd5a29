package dev.remit.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What callers must never see of the service: how it is made. */
final class InnerLife {

    private static final List<Pattern> SIGNS =
            List.of(
                    // packages and classes
                    Pattern.compile("\\b(dev\\.remit|org|com|io|java|javax|jakarta|sun)\\.[a-z]"),
                    Pattern.compile("\\b\\w+(Exception|Error|Throwable)\\b"),
                    Pattern.compile("\\b[A-Z]\\w*(Request|Response|Resource|Entity)\\b"),
                    // stack traces
                    Pattern.compile("\\bat [\\w.$]+\\("),
                    Pattern.compile("\\.java:\\d"),
                    Pattern.compile("Caused by|[Ss]tack ?[Tt]race"),
                    // SQL, tables and constraints
                    Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE FROM|ROLLBACK|COMMIT)\\b"),
                    Pattern.compile("_pkey|_range|_complete|from_account|to_account|created_at"),
                    Pattern.compile("(?i)sqlstate|postgres|cockroach|hibernate|jackson|quarkus"));

    private InnerLife() {}

    static void assertNotIn(String body) {
        for (Pattern sign : SIGNS) {
            assertThat(body).doesNotContainPattern(sign);
        }
    }
}
