package dev.remit.cli;

import dev.remit.api.UrlCheck;
import dev.remit.audit.Auditor;
import dev.remit.bulk.Importer;
import dev.remit.cli.demo.Crud;
import dev.remit.cli.demo.Hello;
import dev.remit.database.Schema;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Random;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The program. Its arguments are read before anything is started, because they say what is to be
 * started; and again by what Quarkus has started then, to which nothing but arguments can be given.
 */
@QuarkusMain
public final class Remit implements QuarkusApplication {

    /** There, the process outlives the command, and does not say so where it has no terminal. */
    private static final String DEVELOPMENT_GOES_ON =
            "Development mode waits for a file to change, to run this again: q or Ctrl-C ends it.";

    private final Service service;
    private final Hello hello;
    private final Crud crud;
    private final Auditor auditor;
    private final Importer importer;
    private final Schema schema;

    Remit(
            Service service,
            Hello hello,
            Crud crud,
            Auditor auditor,
            Importer importer,
            Schema schema) {
        this.service = service;
        this.hello = hello;
        this.crud = crud;
        this.auditor = auditor;
        this.importer = importer;
        this.schema = schema;
    }

    public static void main(String... args) {
        UrlCheck.takeOver();
        int status =
                args.length == 0
                        ? start(Arguments.NONE)
                        : Arguments.of(System.out, System.err)
                                .setExecutionStrategy(parsed -> execute(parsed, args))
                                .execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int execute(ParseResult parsed, String... args) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (!(Arguments.command(parsed) instanceof QuarkusCommand command)) {
            return new CommandLine.RunLast().execute(parsed);
        }
        return start(command, args);
    }

    private static int start(QuarkusCommand command, String... args) {
        command.check();
        if (!command.opensPort()) {
            withoutService();
        }
        command.settings().forEach(System::setProperty);
        Quarkus.run(
                Remit.class,
                (status, failure) ->
                        FailedStart.end(
                                failure == null ? status : command.statusOfFailure(), failure),
                args);
        // Only in development does this process go on, to start again when a file has changed.
        return 0;
    }

    @Override
    public int run(String... args) throws InterruptedException {
        QuarkusCommand command = command(args);
        int status = run(command);
        if (!command.opensPort() && LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            System.err.println(DEVELOPMENT_GOES_ON);
        }
        return status;
    }

    private static QuarkusCommand command(String... args) {
        return args.length == 0
                ? Arguments.NONE
                : (QuarkusCommand)
                        Arguments.command(Arguments.of(System.out, System.err).parseArgs(args));
    }

    private int run(QuarkusCommand command) throws InterruptedException {
        return switch (command) {
            case ServeCommand serve -> service.run();
            case DemoCommand.Hello walk -> DemoCommand.run(() -> hello.run(System.out), System.err);
            case DemoCommand.Crud walk ->
                    DemoCommand.run(() -> crud.run(System.out, new Random()), System.err);
            case AuditCommand audit -> audit.run(auditor, System.out, System.err);
            case ImportCommand importing -> importing.run(importer, System.out, System.err);
            case MigrateCommand migrate -> MigrateCommand.run(schema, System.out);
        };
    }

    /** No port is opened, and what is logged goes to standard error, if it matters at all. */
    private static void withoutService() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.level", "WARN");
        // Warns of each connection that comes back closed; what a lost one means, commands say.
        System.setProperty("quarkus.log.category.\"io.agroal.pool\".level", "ERROR");
    }
}
