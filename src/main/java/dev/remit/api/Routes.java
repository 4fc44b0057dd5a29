package dev.remit.api;

import static dev.remit.api.access.Scope.ACCOUNTS_READ;
import static dev.remit.api.access.Scope.ACCOUNTS_WRITE;
import static dev.remit.api.access.Scope.LEDGER_AUDIT;
import static dev.remit.api.access.Scope.TRANSFERS_READ;
import static dev.remit.api.access.Scope.TRANSFERS_WRITE;

import dev.remit.api.access.Scope;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The paths of the API, each with the methods that it takes, the size of body that it reads and
 * what a token has to allow for it. The framework does not tell when it is asked with another
 * method: it answers 405 without {@code Allow}, or 404, or takes {@code batch} for an account's id.
 */
public final class Routes {

    public static final String INDEX = "/";
    public static final String ACCOUNTS = "/accounts";
    public static final String TRANSFERS = "/transfers";
    public static final String LEDGER = "/ledger";
    public static final String EVENTS = "/events";
    public static final String MONITORS = "/monitors";
    public static final String WEBHOOKS = "/webhooks";

    /** For assistants, where that is switched on; the door of everything that they may ask. */
    public static final String MCP = "/mcp";

    /** All of them, as a file. */
    public static final String ACCOUNTS_CSV = ACCOUNTS + ".csv";

    public static final String ACCOUNTS_NDJSON = ACCOUNTS + ".ndjson";
    public static final String TRANSFERS_CSV = TRANSFERS + ".csv";
    public static final String TRANSFERS_NDJSON = TRANSFERS + ".ndjson";

    /** What a change may be sent as, besides JSON. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** Below {@link #ACCOUNTS} or {@link #TRANSFERS}. */
    public static final String BATCH = "/batch";

    public static final String SUMMARY = "/summary";
    public static final String ID = "/{id}";
    public static final String HISTORY = ID + TRANSFERS;
    public static final String STATEMENT = ID + "/statement";
    public static final String STATEMENT_JSON = STATEMENT + ".json";
    public static final String STATEMENT_CSV = STATEMENT + ".csv";
    public static final String STATEMENT_XML = STATEMENT + ".xml";
    public static final String DEPOSITS = ID + "/deposits";
    public static final String WITHDRAWALS = ID + "/withdrawals";
    public static final String TERMS = ID + "/terms";
    public static final String HOLDS = ID + "/holds";

    /** Below {@link #TRANSFERS}. */
    public static final String POST = ID + "/post";

    public static final String VOID = ID + "/void";
    public static final String REVERSE = ID + "/reverse";

    /** Below {@link #WEBHOOKS}. */
    public static final String PAUSE = ID + "/pause";

    public static final String RESUME = ID + "/resume";
    public static final String REDELIVER = ID + "/redeliver";

    private static final List<String> READ = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> WRITE = List.of("POST", "OPTIONS");
    private static final List<String> BOTH = List.of("GET", "HEAD", "POST", "OPTIONS");

    /** In bytes, of all bodies but those of many things at once. */
    public static final int SMALL = 64 * 1024;

    /** A thousand transfers or ten thousand accounts, with references or names. */
    private static final int LARGE = 8 * 1024 * 1024;

    /**
     * @param methods none if the path is none of the API's
     * @param maxBody in bytes
     * @param reading what GET needs, null if there is none
     * @param writing what every other method needs, null if there is none
     */
    record Route(Pattern path, List<String> methods, int maxBody, Scope reading, Scope writing) {

        private Route(
                String path, List<String> methods, int maxBody, Scope reading, Scope writing) {
            this(pattern(path), methods, maxBody, reading, writing);
        }

        private static Pattern pattern(String path) {
            return Pattern.compile(path.replace(".", "\\.").replace(ID, "/[^/]+"));
        }

        /** Whether the path is one of the API's. */
        boolean isApi() {
            return !methods.isEmpty();
        }

        /** What a token has to allow for it; null if anybody may. */
        Scope scope(String method) {
            return switch (method) {
                case "OPTIONS" -> null;
                case "GET", "HEAD" -> reading;
                default -> writing;
            };
        }

        boolean isWriting(String method) {
            return !READ.contains(method);
        }

        boolean takes(String method) {
            return methods.isEmpty() || methods.contains(method);
        }

        /** Whether a body of this size is small enough to be read on an event loop. */
        boolean isSmall(long body) {
            return maxBody == SMALL && body <= SMALL;
        }
    }

    /** The first one that fits counts; those of nearly all requests come first. */
    private static final List<Route> ROUTES =
            List.of(
                    new Route(TRANSFERS, BOTH, SMALL, TRANSFERS_READ, TRANSFERS_WRITE),
                    new Route(ACCOUNTS, BOTH, SMALL, ACCOUNTS_READ, ACCOUNTS_WRITE),
                    new Route(ACCOUNTS + BATCH, WRITE, LARGE, null, ACCOUNTS_WRITE),
                    new Route(ACCOUNTS + SUMMARY, READ, SMALL, ACCOUNTS_READ, null),
                    new Route(
                            ACCOUNTS + ID,
                            List.of("GET", "HEAD", "PATCH", "DELETE", "OPTIONS"),
                            SMALL,
                            ACCOUNTS_READ,
                            ACCOUNTS_WRITE),
                    new Route(ACCOUNTS + HISTORY, READ, SMALL, TRANSFERS_READ, null),
                    new Route(ACCOUNTS + STATEMENT, READ, SMALL, TRANSFERS_READ, null),
                    new Route(ACCOUNTS + STATEMENT_JSON, READ, SMALL, TRANSFERS_READ, null),
                    new Route(ACCOUNTS + STATEMENT_CSV, READ, SMALL, TRANSFERS_READ, null),
                    new Route(ACCOUNTS + STATEMENT_XML, READ, SMALL, TRANSFERS_READ, null),
                    new Route(ACCOUNTS + DEPOSITS, WRITE, SMALL, null, TRANSFERS_WRITE),
                    new Route(ACCOUNTS + WITHDRAWALS, WRITE, SMALL, null, TRANSFERS_WRITE),
                    new Route(ACCOUNTS + TERMS, READ, SMALL, ACCOUNTS_READ, null),
                    new Route(ACCOUNTS + HOLDS, READ, SMALL, TRANSFERS_READ, null),
                    new Route(TRANSFERS + BATCH, WRITE, LARGE, null, TRANSFERS_WRITE),
                    new Route(TRANSFERS + ID, READ, SMALL, TRANSFERS_READ, null),
                    new Route(TRANSFERS + POST, WRITE, SMALL, null, TRANSFERS_WRITE),
                    new Route(TRANSFERS + VOID, WRITE, SMALL, null, TRANSFERS_WRITE),
                    new Route(TRANSFERS + REVERSE, WRITE, SMALL, null, TRANSFERS_WRITE),
                    new Route(ACCOUNTS_CSV, READ, SMALL, ACCOUNTS_READ, null),
                    new Route(ACCOUNTS_NDJSON, READ, SMALL, ACCOUNTS_READ, null),
                    new Route(TRANSFERS_CSV, READ, SMALL, TRANSFERS_READ, null),
                    new Route(TRANSFERS_NDJSON, READ, SMALL, TRANSFERS_READ, null),
                    new Route(MONITORS, BOTH, SMALL, ACCOUNTS_READ, ACCOUNTS_WRITE),
                    new Route(
                            MONITORS + ID,
                            List.of("GET", "HEAD", "DELETE", "OPTIONS"),
                            SMALL,
                            ACCOUNTS_READ,
                            ACCOUNTS_WRITE),
                    new Route(LEDGER, READ, SMALL, LEDGER_AUDIT, null),
                    new Route(EVENTS, READ, SMALL, LEDGER_AUDIT, null),
                    new Route(WEBHOOKS, BOTH, SMALL, LEDGER_AUDIT, LEDGER_AUDIT),
                    new Route(
                            WEBHOOKS + ID,
                            List.of("GET", "HEAD", "DELETE", "OPTIONS"),
                            SMALL,
                            LEDGER_AUDIT,
                            LEDGER_AUDIT),
                    new Route(WEBHOOKS + PAUSE, WRITE, SMALL, null, LEDGER_AUDIT),
                    new Route(WEBHOOKS + RESUME, WRITE, SMALL, null, LEDGER_AUDIT),
                    new Route(WEBHOOKS + REDELIVER, WRITE, SMALL, null, LEDGER_AUDIT),
                    new Route(MCP, List.of("POST"), SMALL, null, ACCOUNTS_READ),
                    new Route(INDEX, READ, SMALL, null, null));

    /** Of every path that is none of the API's. */
    static final Route ELSEWHERE = new Route(Pattern.compile(".*"), List.of(), SMALL, null, null);

    private Routes() {}

    static Route of(String path) {
        for (Route route : ROUTES) {
            if (route.path().matcher(path).matches()) {
                return route;
            }
        }
        return ELSEWHERE;
    }
}
