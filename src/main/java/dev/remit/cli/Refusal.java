package dev.remit.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is not right. */
final class Refusal {

    private Refusal() {}

    /** Whoever asks for help gets it, even beside options that are wrong. */
    static int of(ParameterException wrong, String... args) {
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
                            : "%s needs %s, not '%s'."
                                    .formatted(
                                            name(wrong.getArgSpec()),
                                            kind(wrong.getArgSpec()),
                                            wrong.getValue());
        };
    }

    /** The label of what stands by itself is its name. */
    private static String kind(ArgSpec argument) {
        Class<?> type = argument.type();
        if (argument.isOption()) {
            return "a " + argument.paramLabel();
        } else if (type.isEnum()) {
            return String.join(" or ", argument.completionCandidates());
        } else if (type == Long.class) {
            return "a whole number of minor units";
        }
        return "a " + type.getSimpleName();
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
}
