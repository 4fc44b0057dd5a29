package dev.remit.demo;

import dev.remit.api.LedgerProblems;
import dev.remit.commit.NotCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;

/** The two walks of CockroachDB's tutorials, as a command. */
@ApplicationScoped
public class DemoCommand {

    public static final String USAGE = "demo hello | demo crud";

    private final Hello hello;
    private final Crud crud;

    DemoCommand(Hello hello, Crud crud) {
        this.hello = hello;
        this.crud = crud;
    }

    public static boolean isCalledBy(List<String> arguments) {
        return arguments.equals(List.of("demo", "hello"))
                || arguments.equals(List.of("demo", "crud"));
    }

    /** Returns the exit status: 0 if every step was made. */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.getLast().equals("hello")) {
                hello.run(out);
            } else {
                crud.run(out, new Random());
            }
            return 0;
        } catch (StepRefused e) {
            err.println("remit: " + e.getMessage());
        } catch (CompletionException e) {
            err.println("remit: " + sentence(e.getCause()));
        }
        return 1;
    }

    private static String sentence(Throwable failed) {
        return failed instanceof NotCommitted not
                ? LedgerProblems.of(not.reason()).detail()
                : "The step failed: " + failed.getMessage();
    }
}
