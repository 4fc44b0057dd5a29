package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionDiagnosisTest {

    private static final DatabaseAddress ADDRESS =
            DatabaseAddress.of(
                    "jdbc:postgresql://db.example:26257/bank?sslmode=require&password=s3cr3t");

    /** Messages as PostgreSQL 18, CockroachDB and pgjdbc word them. */
    static Stream<Arguments> known() {
        return Stream.of(
                arguments(
                        "28P01",
                        "FATAL: password authentication failed for user \"ann\"",
                        "The database db.example:26257/bank refuses this user (FATAL: password authentication failed"
                                + " for user \"ann\"): check the user name and the password in DATABASE_URL, and"
                                + " whether the server wants TLS (sslmode)."),
                arguments(
                        "XXUUU",
                        "ERROR: password authentication failed for user ann",
                        "The database db.example:26257/bank refuses this user (ERROR: password authentication failed"
                                + " for user ann): check the user name and the password in DATABASE_URL, and"
                                + " whether the server wants TLS (sslmode)."),
                arguments(
                        "28000",
                        "ERROR: node is running secure mode, SSL connection required",
                        "The database db.example:26257/bank takes no connections without TLS: put sslmode=verify-full"
                                + " into DATABASE_URL, and its certificate into sslrootcert."),
                arguments(
                        "3D000",
                        "FATAL: database \"bank\" does not exist",
                        "There is no database 'bank' at db.example:26257: create it with CREATE DATABASE, or correct"
                                + " the name at the end of DATABASE_URL."),
                arguments(
                        "42501",
                        "ERROR: permission denied for schema public\n  Position: 14",
                        "The user in DATABASE_URL may not create the tables in db.example:26257/bank (ERROR:"
                                + " permission denied for schema public): grant it the right to, or start Remit once"
                                + " as a user who may."),
                arguments(
                        "53300",
                        "FATAL: sorry, too many clients already",
                        "The database db.example:26257/bank has no connection left (FATAL: sorry, too many clients"
                                + " already): raise its limit or stop another client."),
                arguments(
                        "57P03",
                        "FATAL: the database system is starting up",
                        "The database db.example:26257/bank is not ready yet (FATAL: the database system is starting"
                                + " up): start again in a moment."),
                arguments(
                        "08001",
                        "Connection to db.example:26257 refused. Check that the hostname and port are correct and that"
                                + " the postmaster is accepting TCP/IP connections.",
                        "No database answers at db.example:26257/bank (Connection to db.example:26257 refused): check"
                                + " the host and the port in DATABASE_URL, and that the database is running."),
                arguments(
                        "08006",
                        "Could not open SSL root certificate file /home/ann/.postgresql/root.crt.",
                        "No TLS connection to the database db.example:26257/bank (Could not open SSL root certificate"
                                + " file /home/ann/.postgresql/root.crt): check sslmode and sslrootcert in"
                                + " DATABASE_URL."),
                arguments(
                        null,
                        "Acquisition timeout while waiting for new connection",
                        "No database answers at db.example:26257/bank (Acquisition timeout while waiting for new"
                                + " connection): check the host and the port in DATABASE_URL, and that the database"
                                + " is running."));
    }

    @ParameterizedTest
    @MethodSource
    void known(String state, String message, String sentence) {
        assertThat(ConnectionDiagnosis.of(new SQLException(message, state), ADDRESS, true))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "08004, 'The server requested SCRAM-based authentication, but no password was provided.'",
        "28P01, 'FATAL: password authentication failed for user \"ann\"'",
    })
    void aPasswordThatIsMissing(String state, String message) {
        assertThat(ConnectionDiagnosis.of(new SQLException(message, state), ADDRESS, false))
                .contains(
                        "The database db.example:26257/bank wants a password, and DATABASE_URL has none: put it after"
                                + " the user's name, as in postgresql://user:password@host:26257/database.");
    }

    @Test
    void aServerWithoutTlsWantsNoPassword() {
        var error = new SQLException("The server does not support SSL.", "08004");
        assertThat(ConnectionDiagnosis.of(error, ADDRESS, false))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith("The database ")
                                        .contains(" offers no TLS"));
    }

    @Test
    void aHostThatNoNameServerKnows() {
        var error =
                new SQLException(
                        "The connection attempt failed.",
                        "08001",
                        new UnknownHostException("db.example"));
        assertThat(ConnectionDiagnosis.of(error, ADDRESS, true))
                .contains(
                        "The name of the host in db.example:26257/bank is not known: check the host in DATABASE_URL and"
                                + " the network.");
    }

    @Test
    void anErrorOfAMigrationIsNotExplainedAway() {
        assertThat(ConnectionDiagnosis.of(new SQLException("syntax error", "42601"), ADDRESS, true))
                .isEmpty();
    }

    @Test
    void anAddressIsReadFromAnyJdbcUrl() {
        assertThat(DatabaseAddress.of("jdbc:postgresql://a:1,[::1]:2/bank?x=y"))
                .hasToString("a:1,[::1]:2/bank");
        assertThat(DatabaseAddress.of("jdbc:postgresql:bank"))
                .isEqualTo(new DatabaseAddress("bank", ""));
    }
}
