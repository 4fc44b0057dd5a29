package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.LoadOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadArgumentsTest {

    @Test
    void hasADefaultForEverything() {
        LoadOptions options = parse("").options();

        assertThat(options)
                .isEqualTo(
                        new LoadOptions(
                                List.of(URI.create("http://localhost:8080")),
                                1_000,
                                256,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                0,
                                0,
                                options.seed(),
                                Duration.ofSeconds(30)));
        assertThat(parse("").options().seed()).isNotEqualTo(options.seed());
    }

    @Test
    void readsEveryOption() {
        LoadCommand command =
                parse(
                        "--json --url http://[::1]:9090/bank --url http://localhost:8081 --accounts 10 --callers 2 --seconds 1.5"
                                + " --warm-up 0.5 --skew 0.99 --seed -7 --timeout 2");

        assertThat(command.options())
                .isEqualTo(
                        new LoadOptions(
                                List.of(
                                        URI.create("http://[::1]:9090/bank"),
                                        URI.create("http://localhost:8081")),
                                10,
                                2,
                                Duration.ofMillis(500),
                                Duration.ofMillis(1_500),
                                0,
                                0.99,
                                -7,
                                Duration.ofSeconds(2)));
        assertThat(parse("--hot 2").options().hot()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--json, 10", "--seconds 3, 3", "--seconds 60, 10", "--warm-up 0, 0"})
    void warmsUpNoLongerThanItMeasuresUnlessItIsTold(String arguments, int seconds) {
        assertThat(parse(arguments).options().warmUp()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--account 10                | unknown option --account. Did you mean --accounts?",
                "10                          | unknown option 10",
                "--accounts                  | --accounts needs a value",
                "--accounts 10 --accounts 10 | --accounts is given twice",
                "--json --json               | --json is given twice",
                "--accounts ten              | --accounts needs a number, not 'ten'",
                "--accounts 1.5              | --accounts needs a number, not '1.5'",
                "--accounts 99999999999      | --accounts needs a number, not '99999999999'",
                "--accounts 1                | accounts is 1, but must be from 2 to 1000000",
                "--accounts 1000001          | accounts is 1000001, but must be from 2 to 1000000",
                "--callers 0                 | callers is 0, but must be from 1 to 10000",
                "--callers 10001             | callers is 10001, but must be from 1 to 10000",
                "--seconds 0                 | seconds is 0.0, but must be from 0.1 to 86400.0",
                "--seconds -1                | seconds is -1.0, but must be from 0.1 to 86400.0",
                "--warm-up -1                | warm-up is -1.0, but must be from 0.1 to 86400.0",
                "--seconds 86401             | seconds is 86401.0, but must be from 0.1 to 86400.0",
                "--seconds NaN               | --seconds needs a number, not 'NaN'",
                "--seconds 1e300             | --seconds needs a number, not '1e300'",
                "--timeout -1                | timeout is -1.0, but must be from 0.1 to 86400.0",
                "--hot 0                     | hot is 0, but a transfer needs at least 2 accounts",
                "--hot 1                     | hot is 1, but must be from 2 to 1000000",
                "--hot 1001                  | hot is 1001, but there are only 1000 accounts",
                "--skew -0.1                 | skew is -0.1, but must be from 0 to 5.0",
                "--skew 5.1                  | skew is 5.1, but must be from 0 to 5.0",
                "--skew NaN                  | skew is NaN, but must be from 0 to 5.0",
                "--hot 2 --skew 0.5          | hot and skew contradict each other: give one of them",
                "--seed x                    | --seed needs a number, not 'x'",
                "--url https://localhost     | url is https://localhost, but must look like http://localhost:8080",
                "--url localhost:8080        | url is localhost:8080, but must look like http://localhost:8080",
                "--url http://                | --url needs a URL, not 'http://'",
                "--url http://a:b@localhost  | url must be a host, a port and a path, nothing else",
                "--url http://localhost?x=1  | url must be a host, a port and a path, nothing else",
            })
    void refusesWhatMakesNoSense(String line, String sentence) {
        CommandRun run = CommandRun.of(("load " + line).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly(
                        "load: " + sentence + (sentence.endsWith("?") ? "" : "."),
                        "remit load --help tells what there is.");
        assertThat(run.out()).isEmpty();
    }

    private static LoadCommand parse(String line) {
        String[] arguments = ("load " + line).strip().split(" ");
        return (LoadCommand)
                Arguments.command(Arguments.of(System.out, System.err).parseArgs(arguments));
    }
}
