package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedPostgreSqlTest {

    @Test
    void isSerializableAndOnLoopbackOnlyAndLeavesNothingBehind() throws Exception {
        Path data;
        long pid;
        try (var server = EmbeddedPostgreSql.start();
                var connection = connect(server)) {
            data = server.dataFolder();
            pid = postmaster(data);
            assertThat(ask(connection, "SHOW default_transaction_isolation"))
                    .isEqualTo("serializable");
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(connection, "SHOW server_version")).startsWith("18");
            assertThat(Processes.running(pid)).isPresent();
            assertThat(server.pgCtl()).isExecutable();
        }
        assertThat(data.getParent()).doesNotExist();
        assertThat(Processes.running(pid)).isEmpty();
    }

    @Test
    void endsThoughClientsAreConnectedAndBesideAnother() throws Exception {
        try (var first = EmbeddedPostgreSql.start()) {
            var second = EmbeddedPostgreSql.start();
            try (var toFirst = connect(first);
                    var toSecond = connect(second)) {
                assertThat(second.pgCtl()).isExecutable();
                second.close();
                assertThat(toSecond.isValid(1)).isFalse();
                assertThat(toFirst.isValid(1)).isTrue();
                assertThat(first.pgCtl()).isExecutable();
            }
        }
    }

    private static Connection connect(DevServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url().jdbcUrl(), server.url().username().orElseThrow(), "");
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }
}
