package dev.remit.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What to tell a person whose database cannot be used.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATEs of
 *     PostgreSQL, which CockroachDB shares</a>
 */
final class ConnectionDiagnosis {

    private ConnectionDiagnosis() {}

    /**
     * One sentence, or nothing for an error that has no known remedy.
     *
     * @param hasPassword whether there was one to send
     */
    static Optional<String> of(SQLException error, DatabaseAddress address, boolean hasPassword) {
        Optional<String> tls = TlsDiagnosis.of(error, address);
        if (tls.isPresent()) {
            return tls;
        }
        String state = state(error);
        if (!hasPassword && isAboutThePassword(state)) {
            return sentence(
                    "The database %s wants a password, and DATABASE_URL has none: put it after the user's name, as in"
                            + " postgresql://user:password@host:26257/database.",
                    address);
        }
        return switch (state) {
            case "28P01", "28000" ->
                    sentence(
                            "The database %s refuses this user (%s): check the user name and the password in"
                                    + " DATABASE_URL, and whether the server wants TLS (sslmode).",
                            address, said(error));
            case "3D000" ->
                    sentence(
                            "There is no database '%s' at %s: create it with CREATE DATABASE, or correct the name at"
                                    + " the end of DATABASE_URL.",
                            address.database(), address.hosts());
            case "42501" ->
                    sentence(
                            "The user in DATABASE_URL may not create the tables in %s (%s): grant it the right to, or"
                                    + " start Remit once as a user who may.",
                            address, said(error));
            case "53300" ->
                    sentence(
                            "The database %s has no connection left (%s): raise its limit or stop another client.",
                            address, said(error));
            case "57P03" ->
                    sentence(
                            "The database %s is not ready yet (%s): start again in a moment.",
                            address, said(error));
            default ->
                    state.startsWith("08") || state.isEmpty()
                            ? unreachable(error, address)
                            : Optional.empty();
        };
    }

    /** CockroachDB v21.1 has none for a login that is refused: there it is one of those without. */
    private static String state(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        return state.equals("XXUUU") && said(error).contains("password authentication failed")
                ? "28000"
                : state;
    }

    /** The driver has no state of its own for a password that it would need and does not have. */
    private static boolean isAboutThePassword(String state) {
        return state.equals("28P01") || state.equals("08004");
    }

    private static Optional<String> unreachable(SQLException error, DatabaseAddress address) {
        String said = said(error);
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return sentence(
                        "The name of the host in %s is not known: check the host in DATABASE_URL and the network.",
                        address);
            }
        }
        return sentence(
                "No database answers at %s (%s): check the host and the port in DATABASE_URL, and that the database is"
                        + " running.",
                address, said);
    }

    /** What driver or server said, without the full stop of a sentence of its own. */
    static String said(SQLException error) {
        String message =
                Optional.ofNullable(error.getMessage()).orElse(error.getClass().getSimpleName());
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("[.\\s]+$", "")
                .replaceFirst("\\.\\s.*", "");
    }

    private static Optional<String> sentence(String format, Object... values) {
        return Optional.of(format.formatted(values));
    }
}
