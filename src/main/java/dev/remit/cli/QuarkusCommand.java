package dev.remit.cli;

import java.util.Map;
import picocli.CommandLine;

/** A command that uses the database: Quarkus is started for it, and runs it then. */
sealed interface QuarkusCommand
        permits ServeCommand,
                DemoCommand.Hello,
                DemoCommand.Crud,
                AuditCommand,
                ImportCommand,
                MigrateCommand {

    int FAILED = 1;

    /** Otherwise nothing is served, and standard output is the command's alone. */
    default boolean opensPort() {
        return false;
    }

    /**
     * What is wrong with its arguments that cannot be seen from each alone: throws {@link
     * CommandLine.ParameterException}.
     */
    default void check() {}

    /** What it needs, whatever the configuration says. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** The exit status if Quarkus does not start, or fails while the command runs. */
    default int statusOfFailure() {
        return FAILED;
    }
}
