package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkDatabaseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CockroachDB CCL v21.1.21 (x86_64-unknown-linux-gnu, built 2022/09/15) | true  | CockroachDB CCL v21.1.21",
                "PostgreSQL 18.4 on x86_64-pc-linux-gnu, compiled by gcc 12.2.0, 64-bit | false | PostgreSQL 18.4",
                "PostgreSQL 16.2 (Debian 16.2-1) on x86_64-pc-linux-gnu                 | false | PostgreSQL 16.2",
            })
    void isToldFromTheVersion(String version, boolean cockroach, String shortVersion) {
        assertThat(BenchmarkDatabase.isCockroach(version)).isEqualTo(cockroach);
        assertThat(BenchmarkDatabase.shortVersion(version)).isEqualTo(shortVersion);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:26257/defaultdb?sslmode=disable&options=a%2Fb, jdbc:postgresql://h:26257/own?sslmode=disable&options=a%2Fb",
        "jdbc:postgresql://[::1]:1/db, jdbc:postgresql://[::1]:1/own",
        "'jdbc:postgresql://a:1,b:2/db', 'jdbc:postgresql://a:1,b:2/own'",
    })
    void isOnTheSameServer(String given, String expected) {
        assertThat(BenchmarkDatabase.inDatabase(given, "own")).isEqualTo(expected);
    }

    @Test
    void namedParametersBecomeQuestionMarks() {
        String sql = "a = {from} AND b IN ({to}, {from})";

        assertThat(SqlMethod.withQuestionMarks(sql)).isEqualTo("a = ? AND b IN (?, ?)");
        assertThat(SqlMethod.parameters(sql)).containsExactly("from", "to", "from");
    }
}
