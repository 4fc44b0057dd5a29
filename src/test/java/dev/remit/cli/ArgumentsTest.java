package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.audit.Expectation;
import dev.remit.bulk.FileContent;
import dev.remit.bulk.FileFormat;
import dev.remit.bulk.ImportSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class ArgumentsTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "demo",
                "demo hello",
                "demo crud",
                "audit",
                "import",
                "load",
                "migrate",
                "health",
                "account",
                "account open",
                "account show",
                "account list",
                "account change",
                "account close",
                "transfer",
                "capture",
                "void",
                "reverse",
                "deposit",
                "withdraw",
                "history",
                "follow",
                "completion"
            })
    void everyCommandTellsWhatItIs(String command) {
        CommandRun run = CommandRun.of((command + " --help").strip().split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .first()
                .asString()
                .startsWith(("Usage: remit " + command).strip() + " [");
        assertThat(run.out()).hasSizeGreaterThan(3).allMatch(line -> line.length() <= 100);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theProgramNamesItsCommands() {
        assertThat(String.join("\n", CommandRun.of("--help").out()))
                .contains(
                        "\n  serve ",
                        "\n  demo ",
                        "\n  audit ",
                        "\n  import ",
                        "\n  load ",
                        "\n  migrate ",
                        "\n  health ",
                        "\n  account ",
                        "\n  transfer ",
                        "\n  capture ",
                        "\n  void ",
                        "\n  reverse ",
                        "\n  deposit ",
                        "\n  withdraw ",
                        "\n  history ",
                        "\n  follow ",
                        "\n  completion ");
        assertThat(CommandRun.of("help")).isEqualTo(CommandRun.of("--help"));
        assertThat(CommandRun.of("help", "load")).isEqualTo(CommandRun.of("load", "--help"));
    }

    @Test
    void loadTellsItsDefaultsAndItsExitStatus() {
        assertThat(String.join("\n", CommandRun.of("load", "--help").out()))
                .contains(
                        "(default http://localhost:8080)", "(default 256)", "0   the books balance")
                .doesNotContain("${");
    }

    @Test
    void helpIsGivenEvenBesideWrongOptions() {
        CommandRun help = CommandRun.of("load", "--help");

        assertThat(CommandRun.of("load", "--hot", "1", "--help")).isEqualTo(help);
        assertThat(CommandRun.of("load", "--hot", "x", "--nonsense", "--help")).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "load --version"})
    void theVersionIsThatOfTheBuild(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .singleElement()
                .asString()
                .matches("remit \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xyz              | remit: unknown command xyz.                              | remit",
                "loadd            | remit: unknown command loadd. Did you mean load or follow? | remit",
                "--port 80        | remit: unknown option --port.                            | remit",
                "serve now        | serve: unknown option now.                               | remit serve",
                "demo             | demo: Missing required subcommand.                | remit demo",
                "demo helo        | demo: unknown command helo. Did you mean hello?          | remit demo",
                "demo hello world | hello: unknown option world.                             | remit demo hello",
                "audit everything | audit: unknown option everything.                        | remit audit",
                "audit --expect   | audit: --expect needs a value.                           | remit audit",
                "import           | import: file needs a value.                             | remit import",
                "import x --format xml | import: --format needs a format, not 'xml'.     | remit import",
                "import a b       | import: unknown option b.                                | remit import",
                "audit --expect x | audit: --expect needs a sequence:hash, not 'x'.          | remit audit",
                "account          | account: Missing required subcommand.                    | remit account",
                "account opem     | account: unknown command opem. Did you mean open?        | remit account",
                "account show     | show: ACCOUNT needs a value.                             | remit account show",
                "account show 1-1-1-1-1 | show: ACCOUNT needs a UUID, not '1-1-1-1-1'.       | remit account show",
                "account open --id 7 | open: --id needs a UUID, not '7'.                     | remit account open",
                "account list --limit -1 | list: --limit is the number of those that are wanted. | remit account list",
                "account list --url ftp://x | list: --url needs the URL of a service, such as http://localhost:8080 or https://remit.example.com. | remit account list",
                "account list --patience 0 | list: --timeout and --patience are more than 0. | remit account list",
                "follow --after yesterday | follow: --after needs the id of an event, such as 7.1, or now. | remit follow",
                "completion fish  | completion: shell needs bash or zsh, not 'fish'.         | remit completion",
            })
    void whatIsWrongIsSaidInTwoLines(String line, String sentence, String command) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsExactly(sentence, command + " --help tells what there is.");
        assertThat(run.out()).isEmpty();
    }

    /** What is meant is not guessed where it is money: 12.34 could be dollars or minor units. */
    @ParameterizedTest
    @ValueSource(strings = {"12.34", "1e3", "12,34", "12USD", "9999999999999999999"})
    void anAmountIsAWholeNumberOfMinorUnits(String amount) {
        String id = "a11ce000-0000-4000-8000-000000000001";
        CommandRun run = CommandRun.of("transfer", id, id, amount);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .first()
                .isEqualTo(
                        "transfer: AMOUNT needs a whole number of minor units, not '%s'."
                                .formatted(amount));
    }

    /** What it does not show may be a password. */
    @Test
    void aUrlThatIsNoneIsNotShown() {
        CommandRun run = CommandRun.of("account", "list", "--url", "http://me:secret@localhost");

        assertThat(run.status()).isEqualTo(2);
        assertThat(String.join("\n", run.err())).doesNotContain("secret").contains("--url needs");
    }

    @Test
    void whatIsNoTokenIsNotShown() {
        CommandRun run =
                CommandRun.of(
                        Map.of("REMIT_TOKEN", "Bearer secret"),
                        OptionalInt.empty(),
                        "account",
                        "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(String.join("\n", run.err()))
                .doesNotContain("secret")
                .contains("REMIT_TOKEN is not a token");
    }

    @ParameterizedTest
    @CsvSource({
        "x.txt, 'the name x.txt does not end with .csv or .ndjson, so --format has to say which it is'",
        "-, 'the name - does not end with .csv or .ndjson, so --format has to say which it is'",
        "no.csv.gz, there is no file no.csv.gz that can be read",
        "., 'the name . does not end with .csv or .ndjson, so --format has to say which it is'",
    })
    void whatCannotBeImportedIsRefusedBeforeAnythingIsStarted(String file, String sentence) {
        QuarkusCommand command = (QuarkusCommand) command("import", file);

        assertThatThrownBy(command::check)
                .isInstanceOf(ParameterException.class)
                .hasMessage(sentence);
    }

    @Test
    void anImportTakesWhatItIsTold() {
        ImportCommand stdin =
                (ImportCommand) command("import", "-", "--format", "ndjson", "--transfers");

        assertThat(stdin.content()).isEqualTo(FileContent.TRANSFERS);
        assertThat(stdin.source()).isEqualTo(new ImportSource(null, FileFormat.NDJSON, false));
        assertThat(((ImportCommand) command("import", "-")).content()).isNull();
        assertThat(CommandRun.of("import", "-", "--accounts", "--transfers").status()).isEqualTo(2);
    }

    @Test
    void withoutACommandItServes() {
        assertThat(command()).isInstanceOf(ServeCommand.class);
        assertThat(command("serve")).isInstanceOf(ServeCommand.class);
    }

    @Test
    void onlyTheServiceOpensAPort() {
        assertThat(((QuarkusCommand) command()).opensPort()).isTrue();
        assertThat(
                        List.of(
                                command("audit"),
                                command("import", "accounts.csv"),
                                command("demo", "hello"),
                                command("demo", "crud"),
                                command("migrate")))
                .noneMatch(command -> ((QuarkusCommand) command).opensPort());
        assertThat(
                        List.of(
                                command("load"),
                                command("health"),
                                command("account", "list"),
                                command("follow"),
                                command("completion", "bash")))
                .noneMatch(QuarkusCommand.class::isInstance);
    }

    @Test
    void anAuditExpectsWhatItIsTold() {
        AuditCommand audit =
                (AuditCommand) command("audit", "--expect", "7:" + HASH, "--expect", "42:" + HASH);

        assertThat(audit.expected())
                .containsExactly(new Expectation(7, HASH), new Expectation(42, HASH));
        assertThat(((AuditCommand) command("audit")).expected()).isEmpty();
    }

    private static Object command(String... arguments) {
        return Arguments.command(Arguments.of(System.out, System.err).parseArgs(arguments));
    }
}
