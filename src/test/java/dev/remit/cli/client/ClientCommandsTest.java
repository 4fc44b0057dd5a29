package dev.remit.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.Packaged;
import dev.remit.RemitApi;
import dev.remit.cli.CommandRun;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, and a real service that they ask. */
@QuarkusTest
class ClientCommandsTest {

    @TestHTTPResource URI service;

    @Test
    void anAccountIsOpenedShownChangedAndClosed() {
        String id = UUID.randomUUID().toString();

        CommandRun opened =
                run(
                        "account",
                        "open",
                        "--id",
                        id,
                        "--balance",
                        "123456",
                        "--currency=EUR",
                        "--name",
                        "Zoë",
                        "--overdraft",
                        "500",
                        "--metadata",
                        "customer=4711");
        CommandRun changed =
                run(
                        "account",
                        "change",
                        id,
                        "--no-name",
                        "--overdraft",
                        "0",
                        "--frozen",
                        "debits",
                        "--metadata",
                        "a=b",
                        "--remove-metadata",
                        "customer");
        CommandRun refused = run("account", "close", id);
        run("account", "change", id, "--frozen", "none");
        CommandRun closed = run("account", "close", id, "--payout");

        assertThat(opened.status()).isZero();
        assertThat(opened.err()).isEmpty();
        assertThat(opened.out())
                .startsWith(
                        "id         " + id,
                        "name       Zoë",
                        "balance    1234.56 EUR",
                        "held       0.00 EUR",
                        "available  1239.56 EUR",
                        "overdraft  5.00 EUR",
                        "frozen     none",
                        "metadata   customer=4711",
                        "version    1");
        assertThat(changed.out())
                .contains("overdraft  0.00 EUR", "frozen     debits", "metadata   a=b")
                .noneMatch(line -> line.startsWith("name"));
        assertRejected(refused, "close: ", "(account-not-empty)");
        assertThat(closed).isEqualTo(new CommandRun(0, List.of("closed  " + id), List.of()));
        assertRejected(run("account", "show", id), "show: ", "(account-not-found)");
    }

    @Test
    void nothingToChangeIsAMistake() {
        CommandRun run = run("account", "change", UUID.randomUUID().toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).first().isEqualTo("change: nothing is to be changed.");
    }

    @Test
    void aTransferShowsWhatItHasMoved() {
        UUID from = RemitApi.account(1000);
        UUID to = RemitApi.account(250);

        CommandRun dry = transfer(from, to, "--dry-run");
        CommandRun posted = transfer(from, to, "--reference", "rent");

        assertThat(dry.status()).isZero();
        assertThat(dry.err()).containsExactly("transfer: a dry run: nothing was changed.");
        assertThat(posted.err()).isEmpty();
        assertThat(posted.out())
                .contains(
                        "from          " + from,
                        "to            " + to,
                        "amount        1.00 USD",
                        "reference     rent",
                        "from balance  9.00 USD",
                        "to balance    3.50 USD");
        assertThat(RemitApi.balance(from)).isEqualTo(900);
    }

    @Test
    void moneyIsHeld() {
        UUID from = RemitApi.account(1000);
        CommandRun held =
                transfer(from, RemitApi.account(0), "--hold", "--expires-in=PT15M", "--json");

        JsonNode hold = RemitApi.json(held.out().getFirst());
        assertThat(hold.path("state").asText()).isEqualTo("pending");
        assertThat(hold.path("expiresAt").asText()).isNotEmpty();
        assertThat(run("account", "show", from.toString()).out()).contains("held       1.00 USD");
    }

    @Test
    void whatIsHeldIsCapturedOrVoided() {
        UUID from = RemitApi.account(1000);
        UUID to = RemitApi.account(0);
        String hold = hold(from, to);

        CommandRun captured = run("capture", hold, "--amount", "60");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.out())
                .contains(
                        "kind          capture",
                        "hold          " + hold,
                        "amount        0.60 USD",
                        "to balance    0.60 USD");
        assertRejected(run("void", hold), "void: ", "(transfer-settled)");
        String other = hold(from, to);
        assertThat(run("void", other).out())
                .contains("kind          void", "hold          " + other);
        assertThat(run("account", "show", from.toString()).out())
                .contains("balance    9.40 USD", "held       0.00 USD");
    }

    @Test
    void whatWasMovedIsMovedBack() {
        UUID from = RemitApi.account(1000);
        CommandRun posted = transfer(from, RemitApi.account(0), "--json");
        String transfer = RemitApi.json(posted.out().getFirst()).path("id").asText();

        CommandRun part = run("reverse", transfer, "--amount=30", "--reference=returned");

        assertThat(part.out())
                .contains(
                        "kind          reversal",
                        "reverses      " + transfer,
                        "amount        0.30 USD",
                        "reference     returned");
        assertThat(run("reverse", transfer).status()).isZero();
        assertThat(RemitApi.balance(from)).isEqualTo(1000);
        assertRejected(run("reverse", transfer), "reverse: ", "(");
    }

    @Test
    void moneyComesIntoTheBooksAndLeavesThem() {
        UUID account = RemitApi.account(0);
        String id = UUID.randomUUID().toString();
        String[] deposit = {
            "deposit", account.toString(), "250", "--id", id, "--metadata", "desk=3"
        };

        CommandRun deposited = run(deposit);
        CommandRun again = run(deposit);
        CommandRun withdrawn = run("withdraw", account.toString(), "100", "--reference", "cash");

        assertThat(deposited.err()).isEmpty();
        assertThat(deposited.out())
                .contains(
                        "to          " + account,
                        "amount      2.50 USD",
                        "metadata    desk=3",
                        "to balance  2.50 USD");
        assertThat(again.err())
                .containsExactly("deposit: it had been done before, with the same id.");
        assertThat(withdrawn.out())
                .contains("reference     cash", "from balance  1.50 USD")
                .noneMatch(line -> line.startsWith("to "));
        assertRejected(
                run("withdraw", account.toString(), "151"), "withdraw: ", "(insufficient-funds)");
    }

    @Test
    void theSameIdPostsOnceAndSaysSo() {
        UUID from = RemitApi.account(1000);
        UUID to = RemitApi.account(0);
        String id = UUID.randomUUID().toString();

        CommandRun first = transfer(from, to, "--id", id);
        CommandRun again = transfer(from, to, "--id", id);

        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err())
                .containsExactly("transfer: it had been done before, with the same id.");
        assertThat(RemitApi.balance(to)).isEqualTo(100);
    }

    @Test
    void aTransferWhoseAnswersAreLostIsPostedOnce() throws Exception {
        UUID from = RemitApi.account(1000);
        UUID to = RemitApi.account(0);
        try (LossyProxy proxy = new LossyProxy(service, 2)) {
            CommandRun run = transfer(from, to, "--url", proxy.url());

            assertThat(run.status()).isZero();
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .startsWith("transfer: " + proxy.url() + " does not answer: ")
                    .endsWith(" It is asked again.");
        }
        assertThat(RemitApi.balance(to)).isEqualTo(100);
    }

    @Test
    void anOutcomeThatIsNotKnownIsFoundOutWithTheIdThatIsSaid() throws Exception {
        UUID from = RemitApi.account(1000);
        UUID to = RemitApi.account(0);
        CommandRun unknown;
        try (LossyProxy proxy = new LossyProxy(service, Integer.MAX_VALUE)) {
            unknown = transfer(from, to, "--url", proxy.url(), "--patience", "0.5");
            String document =
                    transfer(from, to, "--url", proxy.url(), "--patience", "0.5", "--json")
                            .err()
                            .getFirst();
            assertThat(RemitApi.json(document).path("outcome").asText()).isEqualTo("unknown");
            assertThat(RemitApi.json(document).path("id").asText()).matches("[0-9a-f-]{36}");
        }

        assertThat(unknown.status()).isEqualTo(4);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .singleElement()
                .asString()
                .containsPattern(
                        "not known. To find out, run the same again with --id [0-9a-f-]{36}:");
        String id = unknown.err().getFirst().replaceAll(".*--id ([0-9a-f-]{36}).*", "$1");

        assertThat(transfer(from, to, "--id", id).status()).isZero();
        assertThat(RemitApi.balance(to)).as("two were sent").isEqualTo(200);
    }

    @Test
    void whatIsRejectedIsSaidInOneSentenceOrOneDocument() {
        UUID from = RemitApi.account(10);
        UUID to = RemitApi.account(0);

        CommandRun people = transfer(from, to);
        CommandRun scripts = transfer(from, to, "--json");

        assertRejected(people, "transfer: ", "holds 10, which is less than 100.");
        assertThat(scripts.status()).isEqualTo(1);
        JsonNode said = RemitApi.json(scripts.err().getFirst());
        assertThat(said.path("outcome").asText()).isEqualTo("rejected");
        assertThat(said.path("problem").path("balance").asLong()).isEqualTo(10);
        assertRejected(run("account", "list", "--frozen", "x"), "list: ", "(invalid-request)");
    }

    @Test
    void whereNobodyIsThatIsSaid() throws Exception {
        String nowhere = "http://127.0.0.1:" + Packaged.freePort();

        CommandRun run = run("account", "list", "--url", nowhere);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .containsExactly(
                        "list: " + nowhere + " does not answer: nobody takes the connection.");
        assertThat(run("follow", "--url", nowhere).status()).isEqualTo(3);
    }

    @Test
    void listsGoToTheEndOrAsFarAsIsWanted() {
        String prefix = "list-" + UUID.randomUUID() + "-";
        List<Map<String, Object>> accounts =
                IntStream.range(0, 1100)
                        .mapToObj(i -> Map.<String, Object>of("name", prefix + i, "balance", i))
                        .toList();
        RemitApi.post("/accounts/batch", Map.of("accounts", accounts)).expect(201);

        assertThat(run("account", "list", "--name", prefix).out()).hasSize(1 + 1100);
        assertThat(run("account", "list", "--name", prefix, "--json").out())
                .hasSize(1100)
                .allMatch(line -> RemitApi.json(line).has("minorUnits"));
        assertThat(run("account", "list", "--name", prefix, "--limit", "7", "--json").out())
                .hasSize(7);
        assertThat(
                        run(
                                        "account",
                                        "list",
                                        "--name",
                                        prefix,
                                        "--min-balance",
                                        "100",
                                        "--max-balance",
                                        "104",
                                        "--currency",
                                        "USD",
                                        "--json")
                                .out())
                .hasSize(5);
    }

    @Test
    void aHistoryIsFiltered() {
        UUID account = RemitApi.account(1000);
        UUID other = RemitApi.account(0);
        transfer(account, other, "--reference", "rent");
        transfer(account, other, "--reference", "food");

        assertThat(run("history", account.toString()).out())
                .hasSize(4)
                .anyMatch(line -> line.contains("-1.00     9.00  rent"))
                .first()
                .asString()
                .startsWith("VERSION  TIME                  AMOUNT USD  BALANCE");
        assertThat(run("history", account.toString(), "--json", "--reference", "food").out())
                .singleElement()
                .asString()
                .contains("\"amount\":-100");
        assertThat(run("history", account.toString(), "--direction", "in", "--limit", "5").out())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void tablesFitTheTerminal(int width) {
        UUID account = RemitApi.account(1000);
        transfer(account, RemitApi.account(0), "--reference", "a long word ".repeat(20));

        CommandRun run = runOn(OptionalInt.of(width), "history", account.toString());

        assertThat(run.out())
                .allMatch(line -> line.length() <= width)
                .anyMatch(line -> line.contains("…"));
        String id = RemitApi.history(account).getFirst().path("transfer").asText();
        assertThat(run.out()).anyMatch(line -> line.contains(id));
    }

    @Test
    void theFeedIsPrintedToItsEnd() {
        String after = RemitApi.get("/ledger").expect(200).path("sequence").asText() + ".999999";
        UUID account = RemitApi.account(1000);
        UUID other = RemitApi.account(0);
        transfer(account, other, "--reference", "rent");
        String[] follow = {"follow", "--to-end", "--after", after, "--account", account.toString()};

        List<String> lines = run(follow).out();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).containsPattern("^\\d+\\.1  \\S+Z  account.opened     " + account);
        assertThat(lines.get(1)).endsWith("Z  transfer.posted    1000  -> " + account);
        assertThat(lines.get(2))
                .endsWith("Z  transfer.posted    100  " + account + " -> " + other + "  rent");
        assertThat(run(with(follow, "--type", "account.opened")).out()).hasSize(1);
        assertThat(run(with(follow, "--json")).out())
                .hasSize(3)
                .allMatch(line -> RemitApi.json(line).path("specversion").asText().equals("1.0"));
        assertThat(run("follow", "--to-end", "--after", "now").out()).isEmpty();
        assertRejected(run("follow", "--type", "x", "--to-end"), "follow: ", "type");
    }

    private String hold(UUID from, UUID to) {
        CommandRun held = transfer(from, to, "--hold", "--json");
        return RemitApi.json(held.out().getFirst()).path("id").asText();
    }

    private CommandRun transfer(UUID from, UUID to, String... more) {
        return run(with(new String[] {"transfer", from.toString(), to.toString(), "100"}, more));
    }

    private CommandRun run(String... arguments) {
        return runOn(OptionalInt.empty(), arguments);
    }

    private CommandRun runOn(OptionalInt width, String... arguments) {
        return CommandRun.of(Map.of("REMIT_URL", service.toString()), width, arguments);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    private static void assertRejected(CommandRun run, String command, String because) {
        assertThat(run.status()).as("%s", run).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().startsWith(command).contains(because);
    }
}
