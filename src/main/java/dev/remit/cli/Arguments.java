package dev.remit.cli;

import dev.remit.audit.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

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
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Arguments.Version.class)
final class Arguments {

    private static final int USAGE_WIDTH = 100;

    private final PrintStream out;
    private final PrintStream err;

    private Arguments(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static CommandLine of(PrintStream out, PrintStream err) {
        return new CommandLine(new Arguments(out, err))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, Arguments::seconds)
                .registerConverter(Expectation.class, Expectation::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Arguments::refuse);
    }

    /** The command that was given, which is to serve if none was. */
    static Object command(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last == parsed ? new ServeCommand() : last.commandSpec().userObject();
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Whoever asks for help gets it, even beside options that are wrong. */
    private static int refuse(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        if (List.of(args).contains("--help")) {
            command.usage(command.getOut());
            return CommandLine.ExitCode.OK;
        }
        command.getErr()
                .println(command.getCommandName() + ": " + sentence(wrong) + suggestion(wrong));
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + " --help tells what there is.");
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> {
                String first = unknown.getUnmatched().getFirst();
                boolean command =
                        !first.startsWith("-")
                                && !wrong.getCommandLine().getSubcommands().isEmpty();
                yield "unknown " + (command ? "command " : "option ") + first + ".";
            }
            case MissingParameterException missing ->
                    name(missing.getMissing().getFirst()) + " needs a value.";
            case OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " is given twice.";
            default ->
                    wrong.getArgSpec() == null
                            ? wrong.getMessage() + "."
                            : "%s needs a %s, not '%s'."
                                    .formatted(
                                            name(wrong.getArgSpec()),
                                            wrong.getArgSpec().paramLabel(),
                                            wrong.getValue());
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String suggestion(ParameterException wrong) {
        List<String> similar =
                wrong instanceof UnmatchedArgumentException unknown
                        ? unknown.getSuggestions()
                        : List.of();
        return similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?";
    }

    private static Duration seconds(String text) {
        double seconds = Double.parseDouble(text);
        if (!(Math.abs(seconds) <= Integer.MAX_VALUE)) {
            throw new NumberFormatException(text);
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
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
