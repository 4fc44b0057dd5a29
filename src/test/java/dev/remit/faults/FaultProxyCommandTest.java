package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.remit.CompiledClasses;
import dev.remit.Packaged;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultProxyCommandTest {

    @Test
    void optionsAreUnderstood() {
        FaultProxyOptions options =
                parse(
                        "--listen 26258 --target db:26257 --seed -5 --fault commit-lost=0.01"
                                + " --fault statement-40001=1");

        assertThat(options)
                .isEqualTo(
                        new FaultProxyOptions(
                                false,
                                26258,
                                "db",
                                26257,
                                -5,
                                Map.of(
                                        Fault.connectionLostAtCommit(),
                                        0.01,
                                        Fault.atStatement("40001"),
                                        1.0)));
        assertThat(parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listen 1 | --target is missing",
                "--target db | HOST:PORT",
                "--target db:0 | 1 to 65535",
                "--target db:70000 | 1 to 65535",
                "--target db:1 --listen x | --listen",
                "--target db:1 --listen | needs a value",
                "--target db:1 --target db:2 | twice",
                "--target db:1 --seed 1.5 | --seed",
                "--target db:1 --fault commit-lost | NAME=PROBABILITY",
                "--target db:1 --fault commit-last=0.1 | no fault is named commit-last",
                "--target db:1 --fault commit-40001-executed=0.1 | promises a rollback",
                "--target db:1 --fault commit-lost=1.5 | not a probability",
                "--target db:1 --fault commit-lost=NaN | not a probability",
                "--target db:1 --fault commit-lost=1d | not a probability",
                "--target db:1 --fault commit-lost=0.1 --fault commit-lost=0.1 | twice",
                "--target db:1 --fault commit-lost=0.7 --fault commit-40001=0.7 | add up",
                "--target db:1 --verbose | unknown option: --verbose"
            })
    void otherOptionsAreRefusedWithTheReason(String args, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(args))
                .withMessageContaining(reason);
    }

    @Test
    void everyInjectedFaultIsALine() throws SQLException {
        Database.empty();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FaultProxyOptions options =
                parse("--target 127.0.0.1:" + Database.port() + " --fault commit-40003=1");
        try (FaultProxy proxy =
                        FaultProxyCommand.start(
                                options, new PrintStream(printed, true, StandardCharsets.UTF_8));
                Client client = Client.fresh(proxy)) {
            client.insert(1);
            assertThat(client.tryCommit()).isEqualTo("40003");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .matches("\\S+Z commit-40003 on connection 1: COMMIT\\R");
    }

    /** As a user starts it: with the compiled test classes alone. */
    @Test
    void itNeedsNothingButItsOwnClasses() throws Exception {
        Process process =
                new ProcessBuilder(
                                Packaged.java(),
                                "-cp",
                                CompiledClasses.OF_THE_TESTS.toString(),
                                FaultProxyCommand.class.getName(),
                                "--target",
                                "127.0.0.1:1",
                                "--fault",
                                "commit-lost=0.1")
                        .start();
        try {
            String first = process.inputReader().readLine();
            assertThat(first).matches("listening on 127.0.0.1:\\d+ for 127.0.0.1:1");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static FaultProxyOptions parse(String args) {
        return FaultProxyOptions.parse(args.split(" "));
    }
}
