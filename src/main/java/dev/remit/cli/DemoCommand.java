package dev.remit.cli;

import dev.remit.api.LedgerProblems;
import dev.remit.cli.demo.StepRefused;
import dev.remit.commit.NotCommitted;
import java.io.PrintStream;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;

/** {@code demo}: the two walks of CockroachDB's tutorials. */
@Command(
        name = "demo",
        description =
                "Does what a tutorial of CockroachDB does, with the database that DATABASE_URL names.",
        subcommands = {DemoCommand.Hello.class, DemoCommand.Crud.class})
final class DemoCommand {

    @Command(
            name = "hello",
            description = "Opens two accounts, transfers between them, and prints their balances.")
    static final class Hello implements QuarkusCommand {}

    @Command(
            name = "crud",
            description = "Opens a hundred accounts, makes a transfer, and deletes five accounts.")
    static final class Crud implements QuarkusCommand {}

    private DemoCommand() {}

    /** Returns the exit status: 0 if every step was made. */
    static int run(Runnable walk, PrintStream err) {
        try {
            walk.run();
            return 0;
        } catch (StepRefused e) {
            err.println("remit: " + e.getMessage());
        } catch (CompletionException e) {
            err.println("remit: " + sentence(e.getCause()));
        }
        return QuarkusCommand.FAILED;
    }

    private static String sentence(Throwable failed) {
        return failed instanceof NotCommitted not
                ? LedgerProblems.of(not.reason()).detail()
                : "The step failed: " + failed.getMessage();
    }
}
