package dev.remit.faults;

import java.nio.charset.StandardCharsets;

/**
 * The messages that a server sends, as far as the proxy looks into them or sends some of its own.
 */
final class Backend {

    static final char ERROR_RESPONSE = 'E';
    static final char READY_FOR_QUERY = 'Z';
    static final char COMMAND_COMPLETE = 'C';
    static final char SSL_REFUSED = 'N';

    /** The transaction status of a session outside of a transaction block. */
    static final char IDLE = 'I';

    /** The transaction status of a session whose transaction has failed. */
    static final char FAILED = 'E';

    private static final char END_OF_FIELDS = 0;

    private Backend() {}

    static Message error(String sqlState) {
        String severity = closesConnection(sqlState) ? "FATAL" : "ERROR";
        return Message.of(
                ERROR_RESPONSE,
                'S',
                severity,
                'V',
                severity,
                'C',
                sqlState,
                'M',
                text(sqlState) + " (injected by the fault proxy)",
                END_OF_FIELDS);
    }

    /** What a server says to the sessions that it ends in order to stop. */
    static Message shuttingDown() {
        return error("57P01");
    }

    /**
     * FATAL at every PostgreSQL server: the shutdowns and timeouts that end a session.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error Codes</a>
     */
    static boolean closesConnection(String sqlState) {
        return sqlState.startsWith("57P") || sqlState.equals("25P03") || sqlState.equals("25P04");
    }

    /** Whether a server's ErrorResponse is the last that it says. */
    static boolean isFatal(Message error) {
        String severity = field(error, 'V');
        return severity.equals("FATAL") || severity.equals("PANIC");
    }

    /** The field of this type in an ErrorResponse, or nothing. */
    private static String field(Message error, char type) {
        int at = 0;
        while (at < error.body().length && error.body()[at] != 0) {
            String value = error.string(at + 1);
            if (error.body()[at] == type) {
                return value;
            }
            at += 2 + value.getBytes(StandardCharsets.UTF_8).length;
        }
        return "";
    }

    /** The wording is CockroachDB's. */
    private static String text(String sqlState) {
        return switch (sqlState) {
            case "40001" -> "restart transaction: TransactionRetryWithProtoRefreshError";
            case "40003" -> "result is ambiguous";
            case "57014" -> "query execution canceled";
            case "57P01" -> "server is shutting down";
            default -> "error " + sqlState;
        };
    }
}
