package dev.remit.console;

import static dev.remit.api.access.Scope.ACCOUNTS_READ;
import static dev.remit.api.access.Scope.ACCOUNTS_WRITE;
import static dev.remit.api.access.Scope.LEDGER_AUDIT;
import static dev.remit.api.access.Scope.TRANSFERS_READ;
import static dev.remit.api.access.Scope.TRANSFERS_WRITE;

import dev.remit.api.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paths of the console, each with its methods and with what a token has to allow for it: the
 * scope of the call of the API that shows, or does, the same.
 */
public final class ConsoleRoutes {

    public static final String CONSOLE = "/console";
    public static final String LIVE = CONSOLE + "/live";
    public static final String ACCOUNTS = CONSOLE + "/accounts";
    public static final String TRANSFERS = CONSOLE + "/transfers";
    public static final String FEED = CONSOLE + "/feed";
    public static final String AUDIT = CONSOLE + "/audit";
    public static final String ASSETS = CONSOLE + "/assets";

    /** Below others. */
    public static final String ID = "/{id}";

    public static final String NEW = "/new";
    public static final String SIGN_IN = "/sign-in";
    public static final String SIGN_OUT = "/sign-out";
    public static final String STREAM = "/live";
    public static final String STATEMENT = ID + "/statement";

    private static final List<String> READ = List.of("GET", "HEAD");

    /** Of what does not end by itself. */
    private static final List<String> WATCH = List.of("GET");

    private static final List<String> WRITE = List.of("POST");
    private static final List<String> BOTH = List.of("GET", "HEAD", "POST");

    /**
     * @param scope null if nothing is needed
     */
    record Route(Pattern path, List<String> methods, Scope scope) {

        private Route(String path, List<String> methods, Scope scope) {
            this(Pattern.compile(path.replace(ID, "/[^/]+")), methods, scope);
        }
    }

    /** The first one that fits counts. */
    static final List<Route> ROUTES =
            List.of(
                    new Route(CONSOLE, READ, ACCOUNTS_READ),
                    new Route(LIVE, WATCH, ACCOUNTS_READ),
                    new Route(ACCOUNTS, READ, ACCOUNTS_READ),
                    new Route(ACCOUNTS + NEW, BOTH, ACCOUNTS_WRITE),
                    new Route(ACCOUNTS + ID, READ, ACCOUNTS_READ),
                    new Route(ACCOUNTS + ID + STREAM, WATCH, ACCOUNTS_READ),
                    new Route(ACCOUNTS + STATEMENT, READ, TRANSFERS_READ),
                    new Route(TRANSFERS, READ, TRANSFERS_READ),
                    new Route(TRANSFERS + NEW, BOTH, TRANSFERS_WRITE),
                    new Route(TRANSFERS + ID, READ, TRANSFERS_READ),
                    new Route(FEED, READ, LEDGER_AUDIT),
                    new Route(FEED + STREAM, WATCH, LEDGER_AUDIT),
                    new Route(AUDIT, BOTH, LEDGER_AUDIT),
                    new Route(AUDIT + STREAM, WATCH, LEDGER_AUDIT),
                    new Route(CONSOLE + SIGN_IN, BOTH, null),
                    new Route(CONSOLE + SIGN_OUT, WRITE, null),
                    new Route(ASSETS + ID, READ, null));

    private ConsoleRoutes() {}

    /** Whether it is one of the console's, whether there is something or not. */
    static boolean isBelow(String path) {
        return path.equals(CONSOLE) || path.startsWith(CONSOLE + '/');
    }

    /** A slash at the end says nothing. */
    static Optional<Route> of(String path) {
        String withoutEnd = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return ROUTES.stream()
                .filter(route -> route.path().matcher(withoutEnd).matches())
                .findFirst();
    }
}
