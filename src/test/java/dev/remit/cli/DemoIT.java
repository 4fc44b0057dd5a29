package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tutorials' walks, by the packaged program against a real database. */
class DemoIT {

    private static final OwnDatabase DATABASE = OwnDatabase.withSchema("demo");
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Map<String, String> CONNECTED =
            Map.of("DATABASE_URL", DATABASE.serviceUrl());

    @Test
    void helloMovesAHundredAndLeavesNothingBehind() throws SQLException {
        long before = accounts();

        Packaged hello = Packaged.run(CONNECTED, "demo", "hello");

        assertThat(hello.err()).isEmpty();
        assertThat(hello.status()).isZero();
        String title =
                "Balances at (Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ 123]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}:";
        assertThat(String.join("\n", hello.out()))
                .matches(
                        title
                                + "\naccount id: (?<a>ID)  balance: \\$1000\naccount id: (?<b>ID)  balance: \\$250\n"
                                        .replace("ID", ID)
                                + title
                                + "\naccount id: \\k<a>  balance: \\$900\naccount id: \\k<b>  balance: \\$350");
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void crudLeavesNinetyFiveOfAHundredAccounts() throws SQLException {
        long before = accounts();

        Packaged crud = Packaged.run(CONNECTED, "demo", "crud");

        assertThat(crud.err()).isEmpty();
        assertThat(crud.status()).isZero();
        assertWalk(crud.out());
        assertThat(accounts()).isEqualTo(before + 95);
    }

    @Test
    void aTransactionThatIsRetriedPrintsNothingTwice() throws SQLException {
        try (FaultProxy proxy = FaultProxy.between(DATABASE.host(), DATABASE.port())) {
            // What comes before the walk is left alone.
            AtomicBoolean walking = new AtomicBoolean();
            proxy.inject(
                    Rule.once(Fault.atStatement("40001"))
                            .where("insert into accounts")
                            .where(sql -> walking.compareAndSet(false, true)));
            proxy.inject(Rule.once(Fault.atCommit("40001")).where(sql -> walking.get()).times(2));
            proxy.inject(
                    Rule.once(Fault.atCommit("40003").afterExecution())
                            .where(sql -> walking.get())
                            .after(1));
            long before = accounts();

            Packaged crud = Packaged.run(through(proxy), "demo", "crud");

            assertThat(crud.status()).isZero();
            assertWalk(crud.out());
            assertThat(accounts()).isEqualTo(before + 95);
            assertThat(proxy.unfired()).isEmpty();
        }
    }

    @Test
    void aStepThatFailsEndsWithASentence() {
        try (FaultProxy proxy = FaultProxy.between(DATABASE.host(), DATABASE.port())) {
            proxy.inject(Rule.once(Fault.atStatement("22003")).where("insert into transfers"));

            Packaged hello = Packaged.run(through(proxy), "demo", "hello");

            assertThat(hello.status()).isEqualTo(1);
            assertThat(hello.out()).isEmpty();
            assertThat(hello.err()).last().asString().startsWith("remit: ").endsWith(".");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedEndsWithASentence() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        Packaged hello =
                Packaged.run(
                        Map.of("DATABASE_URL", "postgresql://root@127.0.0.1:" + nobody + "/bank"),
                        "demo",
                        "hello");

        assertThat(hello.status()).isEqualTo(1);
        assertThat(hello.out()).isEmpty();
        assertThat(hello.err()).singleElement().asString().contains("127.0.0.1:" + nobody);
    }

    @Test
    void noDatabaseEndsWithASentence() {
        Packaged hello = Packaged.run(Map.of(), "demo", "hello");

        assertThat(hello.status()).isEqualTo(1);
        assertThat(hello.err()).singleElement().asString().contains("DATABASE_URL");
    }

    @Test
    void noPortIsOpened() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Packaged hello =
                    Packaged.run(
                            Map.of(
                                    "DATABASE_URL", DATABASE.serviceUrl(),
                                    "QUARKUS_HTTP_HOST", "127.0.0.1",
                                    "QUARKUS_HTTP_PORT", String.valueOf(taken.getLocalPort())),
                            "demo",
                            "hello");

            assertThat(hello.status()).isZero();
        }
    }

    @Test
    void anUnknownWalkIsAnsweredWithASentence() {
        Packaged unknown = Packaged.run(CONNECTED, "demo", "goodbye");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err())
                .containsExactly(
                        "demo: unknown command goodbye.", "remit demo --help tells what there is.");
    }

    private static void assertWalk(List<String> lines) {
        assertThat(lines).hasSize(1 + 100 + 1 + 2 + 1 + 1 + 1 + 2 + 1 + 5);
        assertThat(lines.getFirst()).isEqualTo("Creating new accounts...");
        List<MatchResult> created =
                match(
                        lines.subList(1, 101),
                        "Created new account with id (ID) and balance (\\d{1,6})\\.");
        assertThat(lines.get(101)).isEqualTo("Random account balances:");
        List<MatchResult> before = match(lines.subList(102, 104), "Account (ID): (\\d+)");
        MatchResult transfer =
                match(
                                lines.subList(104, 105),
                                "Transferring (\\d+) from account (ID) to account (ID)\\.\\.\\.")
                        .getFirst();
        assertThat(lines.subList(105, 107)).containsExactly("Transfer complete.", "New balances:");
        List<MatchResult> after = match(lines.subList(107, 109), "Account (ID): (\\d+)");
        assertThat(lines.get(109)).isEqualTo("Deleting existing accounts...");
        List<MatchResult> deleted = match(lines.subList(110, 115), "Deleted account (ID)\\.");

        List<String> ids = created.stream().map(it -> it.group(1)).toList();
        assertThat(new HashSet<>(ids)).hasSize(100);
        assertThat(ids).containsAll(deleted.stream().map(it -> it.group(1)).toList());
        long amount = Long.parseLong(transfer.group(1));
        long from = Long.parseLong(before.getFirst().group(2));
        assertThat(amount).isEqualTo(from / 2);
        assertThat(before)
                .extracting(it -> it.group(1))
                .containsExactly(transfer.group(2), transfer.group(3));
        assertThat(after)
                .extracting(it -> it.group(1))
                .containsExactly(transfer.group(2), transfer.group(3));
        assertThat(after.getFirst().group(2)).isEqualTo(String.valueOf(from - amount));
        assertThat(after.getLast().group(2))
                .isEqualTo(String.valueOf(Long.parseLong(before.getLast().group(2)) + amount));
    }

    private static List<MatchResult> match(List<String> lines, String pattern) {
        Pattern compiled = Pattern.compile(pattern.replace("ID", ID));
        return lines.stream()
                .map(
                        line -> {
                            var matcher = compiled.matcher(line);
                            assertThat(matcher.matches()).as(line).isTrue();
                            return matcher.toMatchResult();
                        })
                .toList();
    }

    private static Map<String, String> through(FaultProxy proxy) {
        return Map.of("DATABASE_URL", DATABASE.at(proxy.port()).serviceUrl());
    }

    private static long accounts() throws SQLException {
        return DATABASE.number("SELECT count(*) FROM accounts");
    }
}
