package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Message by message: pipelines as other clients than pgjdbc may send them. */
class FaultProxyPipelineTest {

    private final FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port());

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void anErrorIsInPlaceAndTheRestIsSkippedUpToSync() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Rule.once(Fault.atStatement("40001")).where("(2"));
            session.send("BEGIN", insert(1), insert(2), insert(3));
            session.sync();

            assertThat(session.answers()).isEqualTo("12C 12C 12E(40001) Z(E)");

            session.send("SELECT 1");
            session.sync();
            assertThat(session.answers()).isEqualTo("E(25P02) Z(E)");

            session.send("COMMIT");
            session.sync();
            assertThat(session.answers()).isEqualTo("12C Z(I)");
        }
        assertThat(Database.count()).isZero();
    }

    @Test
    void aTransactionInOnePipelineFailsAtItsCommit() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Fault.atCommit("40001"));
            session.send("BEGIN", insert(1), "COMMIT", "BEGIN", insert(2), "COMMIT");
            session.sync();

            assertThat(session.answers()).isEqualTo("12C 12C 12E(40001) Z(I)");
        }
        assertThat(Database.count()).isZero();
    }

    @Test
    void aTransactionInOnePipelineIsCommittedAllTheSame() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Fault.atCommit("40003").afterExecution());
            session.send("BEGIN", insert(1), "COMMIT", "BEGIN", insert(2), "COMMIT");
            session.sync();

            assertThat(session.answers()).isEqualTo("12C 12C 12E(40003) Z(I)");
        }
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(1);
    }

    @Test
    void aCommitBehindAFailedStatementMeetsNoFault() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Fault.atCommit("40003"));
            session.send("BEGIN", insert(1), insert(1), "COMMIT");
            session.sync();
            assertThat(session.answers()).isEqualTo("12C 12C 12E(23505) Z(E)");

            session.send("COMMIT");
            session.sync();
            assertThat(session.answers()).isEqualTo("12C Z(I)");
            assertThat(proxy.unfired()).hasSize(1);

            session.send("BEGIN", "COMMIT");
            session.sync();
            assertThat(session.answers()).isEqualTo("12C 12E(40003) Z(I)");
            assertThat(proxy.unfired()).isEmpty();
        }
    }

    @Test
    void theErrorOfAParseIsNotMistakenForTheFaultBehindIt() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Fault.atStatement("40001"));
            session.send("SELECT nothing");
            session.sync();

            assertThat(session.answers()).isEqualTo("E(42703) Z(I)");
            assertThat(proxy.unfired()).hasSize(1);
        }
    }

    @Test
    void statementsAndPortalsAreKnownByName() throws Exception {
        try (Session session = new Session(proxy.port())) {
            session.write(Frontend.parse("first", insert(1)), Frontend.parse("second", insert(2)));
            session.sync();
            assertThat(session.answers()).isEqualTo("11Z(I)");

            proxy.inject(Rule.once(Fault.atStatement("40001")).where("(2"));
            session.write(
                    Frontend.query("BEGIN"),
                    Frontend.bind("one", "first"),
                    Frontend.bind("two", "second"),
                    Frontend.execute("one"),
                    Frontend.execute("two"));
            session.sync();
            assertThat(session.answers()).isEqualTo("C Z(T)");
            assertThat(session.answers()).isEqualTo("22C E(40001) Z(E)");
        }
    }

    @Test
    void anAnswerThatIsAskedForByFlushComesBeforeSync() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Fault.atCommit("40003"));
            session.send("BEGIN", "COMMIT");
            session.write(Message.of(Frontend.FLUSH));
            assertThat(session.answersUpTo('E')).isEqualTo("12C 12E(40003)");
            session.sync();
            assertThat(session.answers()).isEqualTo("Z(I)");
        }
    }

    @Test
    void theNamesThatTheProxyTakesAreFreeAgain() throws Exception {
        try (Session session = new Session(proxy.port())) {
            proxy.inject(Rule.once(Fault.atCommit("40001")).times(3));
            for (int i = 0; i < 3; i++) {
                session.send("BEGIN", "COMMIT");
                session.sync();
                assertThat(session.answers()).isEqualTo("12C 12E(40001) Z(I)");
            }
            assertThat(session.preparedStatements()).isEqualTo("C Z(I)");
        }
    }

    private static String insert(int id) {
        return "INSERT INTO entries VALUES (" + id + ", 'x')";
    }

    /** A session without a driver, whose answers read as one letter each. */
    private static final class Session implements AutoCloseable {

        private static final int VERSION_3 = 196608;

        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        Session(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write("user\0postgres\0\0".getBytes(StandardCharsets.US_ASCII));
            new Startup(VERSION_3, body.toByteArray()).write(out);
            out.flush();
            answers();
        }

        void send(String... statements) throws IOException {
            for (String sql : statements) {
                write(Frontend.parse("", sql), Frontend.bind("", ""), Frontend.execute(""));
            }
        }

        void sync() throws IOException {
            write(Frontend.sync());
        }

        void write(Message... messages) throws IOException {
            for (Message message : messages) {
                message.write(out);
            }
            out.flush();
        }

        String preparedStatements() throws IOException {
            write(Frontend.query("SELECT count(*) FROM pg_prepared_statements WHERE name <> ''"));
            Message row = Message.read(in);
            while (row.type() != 'D') {
                row = Message.read(in);
            }
            int firstDigit = 6;
            assertThat(row.string(firstDigit)).isEqualTo("0");
            return answers();
        }

        String answers() throws IOException {
            return answersUpTo('Z');
        }

        String answersUpTo(char last) throws IOException {
            StringBuilder answers = new StringBuilder();
            Message message;
            do {
                message = Message.read(in);
                answers.append(
                        switch (message.type()) {
                            case 'C' -> "C ";
                            case 'E' -> "E(" + sqlState(message) + ") ";
                            case 'Z' -> "Z(" + (char) message.body()[0] + ")";
                            default -> String.valueOf(message.type());
                        });
            } while (message.type() != last);
            return answers.toString().strip();
        }

        private static String sqlState(Message error) {
            String fields = new String(error.body(), StandardCharsets.UTF_8);
            return fields.replaceAll("(?s).*\0C(.{5})\0.*", "$1");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
