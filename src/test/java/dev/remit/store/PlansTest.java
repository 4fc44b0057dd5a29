package dev.remit.store;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.next;
import static dev.remit.RemitApi.patch;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.RemitApi.Answer;
import dev.remit.database.DatabaseKind;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a caller looks for is found along a key or an index: PostgreSQL is asked how it would, for
 * whatever values, run each statement that a call has sent. Tables that are nearly empty it would
 * rather read as a whole, join with each other and put in order: so it is told that they are large,
 * and what it would do for lack of other values in them is forbidden.
 */
@QuarkusTest
class PlansTest {

    /** A plan that reads what is not wanted, or puts in order what does not come in order. */
    private static final Pattern EXPENSIVE = Pattern.compile("Seq Scan|Sort");

    /** A thousand million rows a page; for a transaction that is rolled back. */
    private static final String AS_IF_LARGE =
            "UPDATE pg_class SET reltuples = 1e9, relpages = 1 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    private static final List<String> ONLY_FOR_SMALL_TABLES =
            List.of("seqscan", "bitmapscan", "hashjoin", "mergejoin");

    /** A plan that reads an index from one end to the other. */
    private static final Pattern WHOLE_INDEX =
            Pattern.compile("Index (?:Only )?Scan.*(?:\\z|\\n(?!\\s*Index Cond))");

    /** The whole of a plan that takes as many rows as are wanted from an index's end. */
    private static final Pattern END_OF_INDEX =
            Pattern.compile("Limit .*\\n\\s*->  Index (?:Only )?Scan .*");

    @Inject AgroalDataSource database;

    @Inject
    @DataSource("commits")
    AgroalDataSource commits;

    @Inject LedgerReader reader;
    @Inject JournalReader journal;
    @Inject BalanceReader balances;

    private UUID alice;

    @BeforeEach
    void postSome() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assumeTrue(DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL, "GENERIC_PLAN");
        }
        alice = account(1000);
        Map<String, Object> transfer = Map.of("from", alice, "amount", 1, "reference", "plans");
        for (int i = 0; i < 5; i++) {
            post("/transfers/batch", Map.of("transfers", List.of(transfer, transfer))).expect(201);
        }
        Statements.forget();
    }

    @Test
    void ofAPastBalance() throws SQLException {
        get("/accounts/" + alice + "?at=2999-01-01T00:00:00Z").expect(200);
        get("/accounts/" + alice + "?at=2001-01-01T00:00:00Z").expect(404);

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofAHistory() throws SQLException {
        walk("/accounts/" + alice + "/transfers?limit=3");
        walk("/accounts/" + alice + "/transfers?limit=3&to=2999-01-01T00:00:00Z&direction=out");

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofAStatement() throws SQLException {
        get("/accounts/" + alice + "/statement").expect(200);
        get("/accounts/" + alice + "/statement?from=2001-01-01T00:00:00Z&to=2999-01-01T00:00:00Z")
                .expect(200);

        assertAllAreCheap();
    }

    @Test
    void ofAListOfAccounts() throws SQLException {
        Answer page = get("/accounts?limit=1");
        next(page);
        get("/accounts?name=nobody%20at%20all&minBalance=1").expect(200);

        assertAllAreCheap();
    }

    @Test
    void ofAReference() throws SQLException {
        walk("/transfers?reference=plans&limit=3");

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofWhatIsHeld() throws SQLException {
        post("/transfers/" + hold() + "/void").expect(201);
        String posted = hold();
        post("/transfers/" + posted + "/post", Map.of("amount", 1)).expect(201);
        hold();
        hold();
        hold();
        Statements.forget();

        walk("/accounts/" + alice + "/holds?limit=2");
        get("/transfers/" + posted).expect(200);
        walk("/transfers?reference=plans%20to%20pay&limit=2");

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofThePictureOfABalance() throws SQLException {
        balances.latest(alice, 3);
        balances.currencies(List.of(alice));
        balances.names(List.of(alice, UUID.randomUUID()));

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofTheHead() throws SQLException {
        get("/ledger").expect(200);

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofTheLastEvents() throws SQLException {
        RecordedEvent last = journal.eventsBefore(null, 3).items().getLast();
        journal.eventsBefore(last.place(), 3);
        journal.actor(last.place().sequence(), alice);

        assertAllAreCheap();
    }

    @Test
    void ofHoldsWhoseTimeIsUp() throws SQLException {
        reader.dueHolds(10);

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofReversals() throws SQLException {
        String deposit =
                post("/accounts/" + alice + "/deposits", Map.of("amount", 5))
                        .expect(201)
                        .get("id")
                        .textValue();
        post("/transfers/" + deposit + "/reverse", Map.of("amount", 1)).expect(201);
        post("/transfers/" + deposit + "/reverse").expect(201);
        Statements.forget();

        get("/transfers/" + deposit).expect(200);

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofTheTermsOfAnAccount() throws SQLException {
        for (String name : List.of("A", "B", "C")) {
            patch("/accounts/" + alice, "{\"name\":\"" + name + "\"}", null).expect(200);
        }
        Statements.forget();

        walk("/accounts/" + alice + "/terms?limit=2");

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofMonitors() throws SQLException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(
                    post("/monitors", Map.of("account", alice, "below", i))
                            .expect(201)
                            .get("id")
                            .textValue());
        }
        String start = get("/ledger").expect(200).get("sequence").longValue() - 2 + ".0";
        delete("/monitors/" + ids.getLast()).expect(204);
        Statements.forget();

        get("/monitors?limit=1").expect(200);
        get("/monitors?limit=1&after=" + new UUID(0, 1)).expect(200);
        walk("/monitors?limit=1&account=" + alice);
        get("/monitors/" + ids.getFirst()).expect(200);
        walk("/events?limit=3&after=" + start + "&account=" + alice);

        assertAllFindWhatTheyWant();
    }

    @Test
    void ofWhatHappens() throws SQLException {
        String start = get("/ledger").expect(200).get("sequence").longValue() + ".999999999";
        for (int i = 0; i < 3; i++) {
            String id = "/accounts/" + account(0);
            patch(id, "{\"overdraft\":" + (i + 1) + "}", null).expect(200);
            delete(id).expect(204);
        }
        account(1);
        Statements.forget();

        walk("/events?limit=3&after=" + start);
        walk("/events?limit=3&after=" + start + "&account=" + alice);

        assertAllFindWhatTheyWant();
    }

    /** An instance looks at all of them, along an index that holds nothing else. */
    @Test
    void ofWebhooks() throws SQLException {
        UUID owner = UUID.randomUUID();
        WebhookRow.Claim claim = new WebhookRow.Claim(UUID.randomUUID(), owner, 0);
        WebhookRow.Failed failure =
                new WebhookRow.Failed(1, Instant.EPOCH, null, "x", 500, WebhookRow.State.ACTIVE);

        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            WebhookRow.findById(claim.webhook());
                            WebhookRow.delivered(claim, EventPlace.BEGINNING, 200);
                            WebhookRow.failed(claim, failure);
                            WebhookRow.deleteById(claim.webhook());
                        });

        assertAllFindWhatTheyWant();
        Statements.forget();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            WebhookRow.lease(owner, Duration.ZERO);
                            WebhookRow.giveBack(owner);
                            WebhookRow.after(null, 2);
                            WebhookRow.after(owner, 2);
                        });
        assertAllAreCheap();
    }

    /** What a commit reads is not sent by Hibernate. */
    @Test
    void ofWhatACommitReads() throws SQLException {
        for (KeyedQuery query : NewTablesTest.queries(DatabaseKind.POSTGRESQL).toList()) {
            assertFindsWhatItWants(query.on(DatabaseKind.POSTGRESQL, NewTablesTest.KEYS));
        }
    }

    /**
     * The first plan is made while there is next to nothing, and is kept while the tables grow,
     * until their statistics are gathered.
     */
    @Test
    void ofWhatACommitReadsWhileTheTablesAreNew() throws SQLException {
        try (Connection connection = commits.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table :
                    List.of("accounts", "transfers", "account_commits", "holds", "monitors")) {
                statement.execute(
                        "CREATE TEMP TABLE %1$s (LIKE public.%1$s INCLUDING ALL) ON COMMIT DROP"
                                .formatted(table));
            }
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            Stream<String> reading =
                    NewTablesTest.queries(DatabaseKind.POSTGRESQL)
                            .map(query -> query.on(DatabaseKind.POSTGRESQL, NewTablesTest.KEYS));
            Stream<String> writing =
                    Stream.of(
                            AccountUpdate.BALANCE,
                            AccountUpdate.HELD,
                            AccountUpdate.TERMS,
                            AccountUpdate.MONITORS,
                            Account.DELETE,
                            HoldRow.DELETE);
            for (String sql : Stream.concat(reading, writing).toList()) {
                assertThat(plan(statement, sql)).as(sql).doesNotContain("Seq Scan");
            }
            connection.rollback();
        }
    }

    private String hold() {
        return post(
                        "/transfers/batch",
                        Map.of(
                                "transfers",
                                List.of(
                                        Map.of(
                                                "from",
                                                alice,
                                                "amount",
                                                2,
                                                "reference",
                                                "plans to pay",
                                                "pending",
                                                true))))
                .expect(201)
                .get("transfers")
                .get(0)
                .get("id")
                .textValue();
    }

    private static void walk(String path) {
        for (Answer page = get(path); page != null; page = next(page)) {
            page.expect(200);
        }
    }

    private void assertAllAreCheap() throws SQLException {
        assertThat(Statements.sent()).isNotEmpty();
        for (String sql : Statements.sent()) {
            assertThat(plan(sql)).as(sql).doesNotContainPattern(EXPENSIVE);
        }
    }

    private void assertAllFindWhatTheyWant() throws SQLException {
        assertThat(Statements.sent()).isNotEmpty();
        for (String sql : Statements.sent()) {
            assertFindsWhatItWants(sql);
        }
    }

    private void assertFindsWhatItWants(String sql) throws SQLException {
        String plan = plan(sql);
        if (!END_OF_INDEX.matcher(plan).matches()) {
            assertThat(plan)
                    .as(sql)
                    .doesNotContainPattern(EXPENSIVE)
                    .doesNotContainPattern(WHOLE_INDEX);
        }
    }

    private String plan(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(AS_IF_LARGE);
            for (String way : ONLY_FOR_SMALL_TABLES) {
                statement.execute("SET LOCAL enable_" + way + " = off");
            }
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            String plan = plan(statement, sql);
            connection.rollback();
            return plan;
        }
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        statement.execute("PREPARE looked_for AS " + numbered(sql));
        try (ResultSet row = statement.executeQuery("EXPLAIN EXECUTE looked_for" + nulls(sql))) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        statement.execute("DEALLOCATE looked_for");
        return String.join("\n", lines);
    }

    /** With parameters as the server itself writes them. */
    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
        }
        return numbered.toString();
    }

    /** A value for each parameter; which one makes no difference to a plan for all of them. */
    private static String nulls(String sql) {
        long parameters = sql.chars().filter(c -> c == '?').count();
        return LongStream.range(0, parameters)
                .mapToObj(i -> "NULL")
                .collect(
                        Collectors.joining(
                                ", ", parameters == 0 ? "" : "(", parameters == 0 ? "" : ")"));
    }
}
