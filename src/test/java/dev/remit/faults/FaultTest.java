package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    static Stream<Arguments> names() {
        Fault lost = Fault.connectionLostAtCommit();
        Duration delay = Duration.ofMillis(200);
        return Stream.of(
                Arguments.of("statement-40001", Fault.atStatement("40001")),
                Arguments.of("statement-lost", Fault.connectionLostAtStatement()),
                Arguments.of("statement-delay-200ms", Fault.delayAtStatement(delay)),
                Arguments.of("commit-40003", Fault.atCommit("40003")),
                Arguments.of("commit-40003-executed", Fault.atCommit("40003").afterExecution()),
                Arguments.of("commit-lost", lost),
                Arguments.of("commit-lost-executed", lost.afterExecution()),
                Arguments.of("commit-lost-executed-200ms", lost.executedLater(delay)),
                Arguments.of("commit-delay-200ms", Fault.delayAtCommit(delay)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFaultIsFoundByItsName(String name, Fault fault) {
        assertThat(fault).hasToString(name);
        assertThat(Fault.named(name)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "commit",
                "commit-",
                "commit-lost-50ms",
                "commit-4000",
                "commit-40003-executed-50ms",
                "commit-delay",
                "commit-delay-5s",
                "begin-40001",
                "statement-lost-executed",
                "commit-40001-executed",
                "Commit-40003"
            })
    void otherNamesAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.named(name));
    }

    @Test
    void aPromisedRollbackCannotHaveBeenACommit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.atCommit("40001").afterExecution())
                .withMessageContaining("40001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.atCommit("40003").executedLater(Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMIT, COMMIT",
        "' commit;', COMMIT",
        "END, COMMIT",
        "'/* why */ -- and how\n COMMIT WORK', COMMIT",
        "SELECT 1, STATEMENT",
        "'(SELECT 1)', STATEMENT",
        "'WITH x AS (SELECT 1) INSERT INTO t SELECT 1', STATEMENT",
        "'/* BEGIN */ insert into t values (1)', STATEMENT",
        "endless, STATEMENT",
        "BEGIN, ",
        "COMMIT PREPARED 'x', ",
        "ROLLBACK, ",
        "SAVEPOINT a, ",
        "SET a = 1, ",
        "SHOW a, ",
        "'', ",
        "'/* unfinished', "
    })
    void aStatementIsKnownByItsFirstWords(String sql, Fault.Moment moment) {
        assertThat(Sql.moment(sql).orElse(null)).isEqualTo(moment);
    }

    @Test
    void aLongStatementIsKnownToo() {
        String indented = " ".repeat(100_000) + "SELECT '" + "x".repeat(1_000_000) + "'";
        assertThat(Sql.moment(indented)).contains(Fault.Moment.STATEMENT);
    }
}
