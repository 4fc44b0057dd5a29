package dev.remit.cli;

import dev.remit.audit.Expectation;
import dev.remit.cli.client.AccountCommand;
import dev.remit.cli.client.CaptureCommand;
import dev.remit.cli.client.DepositCommand;
import dev.remit.cli.client.FollowCommand;
import dev.remit.cli.client.HistoryCommand;
import dev.remit.cli.client.ReverseCommand;
import dev.remit.cli.client.Surroundings;
import dev.remit.cli.client.TransferCommand;
import dev.remit.cli.client.VoidCommand;
import dev.remit.cli.client.WithdrawCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** What may stand on the command line, and what is said when it is something else. */
@Command(
        name = "remit",
        description = "Accounts and transfers behind an HTTP API, on CockroachDB.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AuditCommand.class,
            ImportCommand.class,
            LoadCommand.class,
            MigrateCommand.class,
            HealthCommand.class,
            AccountCommand.class,
            TransferCommand.class,
            CaptureCommand.class,
            VoidCommand.class,
            ReverseCommand.class,
            DepositCommand.class,
            WithdrawCommand.class,
            HistoryCommand.class,
            FollowCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Arguments.Version.class)
final class Arguments implements Surroundings {

    /**
     * What is to be done where there are none. Most services are started like this, and making the
     * parser and all the commands takes a twentieth of a start.
     */
    static final QuarkusCommand NONE = new ServeCommand();

    private static final int USAGE_WIDTH = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<String> environment;
    private final Function<String, OptionalInt> terminalWidth;

    private Arguments(
            PrintStream out,
            PrintStream err,
            UnaryOperator<String> environment,
            Function<String, OptionalInt> terminalWidth) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.terminalWidth = terminalWidth;
    }

    /** Of this process. */
    static CommandLine of(PrintStream out, PrintStream err) {
        return of(out, err, System::getenv, Terminal::width);
    }

    /**
     * @param environment the value of a variable; null if it is not set
     * @param terminalWidth made of what the environment says of it
     */
    static CommandLine of(
            PrintStream out,
            PrintStream err,
            UnaryOperator<String> environment,
            Function<String, OptionalInt> terminalWidth) {
        return new CommandLine(new Arguments(out, err, environment, terminalWidth))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, Arguments::seconds)
                .registerConverter(UUID.class, Arguments::uuid)
                .registerConverter(Expectation.class, Expectation::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Refusal::of);
    }

    /** The command that was given. */
    static Object command(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last == parsed ? NONE : last.commandSpec().userObject();
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public String variable(String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public OptionalInt terminalWidth() {
        return terminalWidth.apply(variable("COLUMNS"));
    }

    @Override
    public Interruption onInterrupt(Runnable action) {
        return OnInterrupt.run("remit-interrupt", action)::forget;
    }

    private static Duration seconds(String text) {
        double seconds = Double.parseDouble(text);
        if (!(Math.abs(seconds) <= Integer.MAX_VALUE)) {
            throw new NumberFormatException(text);
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    /** The JDK would take half of one, too. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    /** As the build has written it into a file beside this class. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            try (InputStream text = Arguments.class.getResourceAsStream("version.txt")) {
                String version = new String(text.readAllBytes(), StandardCharsets.UTF_8);
                return new String[] {"remit " + version.strip()};
            }
        }
    }
}
