package dev.remit;

import dev.remit.audit.AuditCommand;
import dev.remit.demo.DemoCommand;
import dev.remit.load.LoadCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/**
 * The program: without arguments it serves HTTP, with a command as the first argument it runs that
 * and ends.
 */
@QuarkusMain
public final class Remit implements QuarkusApplication {

    private static final String USAGE =
            """
            usage: remit                 serve HTTP
                   remit demo hello      two accounts, a transfer between them, and their balances
                   remit demo crud       a hundred accounts, a transfer, five accounts deleted
                   remit audit           check the whole journal and every balance
                   remit load [options]  put a running service under load (load --help)""";

    private static final int USAGE_ERROR = 2;

    private final Service service;
    private final Instance<DemoCommand> demo;
    private final Instance<AuditCommand> audit;

    Remit(Service service, Instance<DemoCommand> demo, Instance<AuditCommand> audit) {
        this.service = service;
        this.demo = demo;
        this.audit = audit;
    }

    public static void main(String... args) {
        List<String> arguments = List.of(args);
        String command = arguments.isEmpty() ? "serve" : arguments.getFirst();
        switch (command) {
            case "serve" -> Quarkus.run(Remit.class, FailedStart::end, args);
            case "load" -> {
                // Talks to a service and needs no database: nothing else is started.
                List<String> options = arguments.subList(1, arguments.size());
                System.exit(LoadCommand.run(options, System.out, System.err));
            }
            case "demo" -> {
                if (DemoCommand.isCalledBy(arguments)) {
                    withoutService();
                    Quarkus.run(Remit.class, FailedStart::end, args);
                } else {
                    refuse();
                }
            }
            case "audit" -> {
                if (arguments.size() == 1) {
                    withoutService();
                    Quarkus.run(Remit.class, Remit::endWithoutAudit, args);
                } else {
                    refuse();
                }
            }
            case "help", "--help", "-h" -> System.out.println(USAGE);
            default -> refuse();
        }
    }

    @Override
    public int run(String... args) throws InterruptedException {
        List<String> arguments = List.of(args);
        if (arguments.isEmpty()) {
            return service.run();
        }
        return arguments.getFirst().equals("audit")
                ? audit.get().run(System.out, System.err)
                : demo.get().run(arguments, System.out, System.err);
    }

    /** Books that could not be read are not wrong books. */
    private static void endWithoutAudit(Integer status, Throwable failure) {
        FailedStart.end(failure == null ? status : AuditCommand.UNAVAILABLE, failure);
    }

    /**
     * For commands that use the database and nothing else: no port, and standard output is theirs.
     */
    private static void withoutService() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.level", "WARN");
        // Warns of each connection that comes back closed; what a lost one means, commands say.
        System.setProperty("quarkus.log.category.\"io.agroal.pool\".level", "ERROR");
    }

    private static void refuse() {
        System.err.println(USAGE);
        System.exit(USAGE_ERROR);
    }
}
