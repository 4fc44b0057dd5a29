package dev.remit.cli;

/** A command that uses the database: Quarkus is started for it, and runs it then. */
sealed interface QuarkusCommand
        permits ServeCommand, DemoCommand.Hello, DemoCommand.Crud, AuditCommand {

    int FAILED = 1;

    /** Otherwise nothing is served, and standard output is the command's alone. */
    default boolean opensPort() {
        return false;
    }

    /** The exit status if Quarkus does not start, or fails while the command runs. */
    default int statusOfFailure() {
        return FAILED;
    }
}
