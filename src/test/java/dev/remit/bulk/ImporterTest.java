package dev.remit.bulk;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file: what can be in is in, and of the rest it is said where it is, and why. */
@QuarkusTest
class ImporterTest {

    private static final String HEADER = "id,from,to,amount,reference\n";

    @TempDir Path folder;

    @Inject Importer importer;

    private record Imported(ImportResult result, List<String> report) {}

    @Test
    void accountsAreOpenedAsTheApiWould() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();

        Imported done =
                run(
                        "accounts.csv",
                        "id,name,currency,minorUnits,openingBalance,balance,createdAt\n"
                                + first
                                + ",\"Zoë, \"\"Z\"\"\nof 1\",USD,2,5,77,2026-01-01\n"
                                + second
                                + ",,BTC,8,,77,\n"
                                + third
                                + ",\"\",,,0,77,x\n");

        assertThat(done.report()).isEmpty();
        assertThat(done.result()).isEqualTo(new ImportResult(3, 0, 0, true));
        JsonNode account = get("/accounts/" + first).expect(200);
        assertThat(account.get("name").textValue()).isEqualTo("Zoë, \"Z\"\nof 1");
        assertThat(account.get("balance").longValue()).isEqualTo(5);
        JsonNode coins = get("/accounts/" + second).expect(200);
        assertThat(coins.get("name").isNull()).isTrue();
        assertThat(coins.get("minorUnits").intValue()).isEqualTo(8);
        assertThat(coins.get("balance").longValue()).isZero();
        assertThat(get("/accounts/" + third).expect(200).get("name").textValue()).isEmpty();
        delete("/accounts/" + second).expect(204);
    }

    @Test
    void aBalanceAloneIsWhatAnAccountIsOpenedWith() throws Exception {
        UUID account = UUID.randomUUID();

        assertThat(run("accounts.csv", "id,balance\n" + account + ",7\n").report()).isEmpty();

        assertThat(balance(account)).isEqualTo(7);
    }

    @Test
    void transfersArePostedInTheOrderOfTheFile() throws Exception {
        UUID alice = account(0);
        UUID bob = account(0);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            lines.append(deposit(alice, 1)).append(transfer(alice, bob, 1));
        }

        Imported done = run("transfers.ndjson", lines.toString());
        Imported again = run("transfers.ndjson", lines.toString());

        assertThat(done.report()).isEmpty();
        assertThat(done.result()).isEqualTo(new ImportResult(3000, 0, 0, true));
        assertThat(again.result()).isEqualTo(new ImportResult(0, 3000, 0, true));
        assertThat(balance(bob)).isEqualTo(1500);
        assertThat(get("/accounts/" + alice).expect(200).get("version").longValue())
                .isEqualTo(3000);
    }

    @Test
    void whatIsRejectedIsToldByItsLineAndTheRestIsIn() throws Exception {
        UUID alice = account(10);
        UUID nobody = UUID.randomUUID();

        Imported done =
                run(
                        "transfers.csv",
                        HEADER
                                + id()
                                + ","
                                + alice
                                + ",,4,\"two\nlines\"\n"
                                + id()
                                + ","
                                + alice
                                + ",,7,\n"
                                + "\r\n"
                                + id()
                                + ","
                                + alice
                                + ","
                                + alice
                                + ",1,\n"
                                + id()
                                + ","
                                + nobody
                                + ",,1,\n"
                                + id()
                                + ","
                                + alice
                                + ",,0,\n"
                                + id()
                                + ","
                                + alice
                                + ",,1.5,\n"
                                + ","
                                + alice
                                + ",,1,\n"
                                + "x,"
                                + alice
                                + ",,1,\n"
                                + id()
                                + ",,,1,\n"
                                + id()
                                + ","
                                + alice
                                + ",,1\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,,\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,a\"b\"\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,\"a\"b\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,a\0b\n"
                                + id()
                                + ","
                                + alice
                                + ",,"
                                + "9".repeat(30)
                                + ",\n"
                                + id()
                                + ","
                                + alice
                                + ",,5,\r\n");

        assertThat(done.report())
                .containsExactly(
                        "line 4: Account " + alice + " holds 6, which is less than 7.",
                        "line 6: A transfer needs two accounts, and both are " + alice + ".",
                        "line 7: There is no account " + nobody + ".",
                        "line 8: amount must be greater than or equal to 1.",
                        "line 9: The field amount has a value of the wrong type.",
                        "line 10: The field id has to be given, or the row could be in twice.",
                        "line 11: The field id has a value of the wrong form.",
                        "line 12: from must be there where to is not.",
                        "line 13: The row has 4 cells, and the header 5.",
                        "line 14: The row has 6 cells, and the header 5.",
                        "line 16: The row is not CSV: a quote or a line break is where none can be.",
                        "line 17: reference must not contain U+0000 or half a surrogate pair.",
                        "line 18: amount is out of range.");
        assertThat(balance(alice)).isZero();
    }

    @Test
    void rowsOfJsonAreReadToTheLetter() throws Exception {
        UUID alice = account(10);
        String good = "{\"id\":\"" + id() + "\",\"from\":\"" + alice + "\",\"amount\":1";

        Imported done =
                run(
                        "transfers.ndjson",
                        "\n{}\n{\"amount\":1}\n[]\n"
                                + good
                                + ",\"note\":1}\n"
                                + good
                                + ",\"amount\":2}\n"
                                + good
                                + "} x\n"
                                + good.replace(":1", ":\"1\"")
                                + "}\n"
                                + good
                                + ",\"sequence\":7,\"toBalance\":null}\n"
                                + good);

        assertThat(done.report())
                .containsExactly(
                        "line 2: The field id has to be given, or the row could be in twice.",
                        "line 3: The field id has to be given, or the row could be in twice.",
                        "line 4: The row is not a JSON object, or has a field twice.",
                        "line 5: There is no field note in transfers.",
                        "line 6: The row is not a JSON object, or has a field twice.",
                        "line 7: The row is not a JSON object, or has a field twice.",
                        "line 8: The field amount has a value of the wrong type.",
                        "line 10: The row is not a JSON object, or has a field twice.");
        assertThat(balance(alice)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a row of transfers.ndjson", "{\"id\":", "\"", "\u0000", "null", "1 2"})
    void whatIsNoRowIsRejected(String line) throws Exception {
        assertThat(run("x.ndjson", line + "\n").report())
                .containsExactly("line 1: The row is not a JSON object, or has a field twice.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty, and has not even a header.",
                "'\n\r\n'|The file is empty, and has not even a header.",
                "'id,nmae,balance\n'|The header in line 1: There is no field nmae in accounts.",
                "'id,amount,from,note\n'|The header in line 1: There is no field note in transfers.",
                "'id,amount,id\n'|The header in line 1: The column id is there twice.",
                "'\nname\n'|The header in line 2: There is no column id.",
                "'id,from,to\n'|The header in line 1: There is no column amount.",
                "'id,,amount\n'|The header in line 1: The column 2 has no name.",
                "'id,\"amount\n'|The header in line 1: Quotes are opened here and not closed before the end of the file.",
                "'PK\u0003\u0004\n'|The header in line 1: There is no field PK\u0003\u0004 in accounts.",
            })
    void aHeaderThatIsWrongEndsItAtOnce(String text, String sentence) {
        assertThatThrownBy(() -> run("x.csv", text))
                .isInstanceOf(ImportFailed.class)
                .hasMessage(sentence);
    }

    /** As a spreadsheet may write it. */
    @Test
    void aByteOrderMarkAndOtherLineBreaksAreFine() throws Exception {
        UUID account = UUID.randomUUID();

        Imported done = run("x.csv", "\uFEFF\"id\",\"balance\"\r\n\"" + account + "\",\"3\"\r\n");

        assertThat(done.report()).isEmpty();
        assertThat(balance(account)).isEqualTo(3);
    }

    @Test
    void whatIsNotUtf8IsRejected() throws Exception {
        UUID alice = account(10);
        byte[] file =
                (HEADER + id() + "," + alice + ",,1,Zo\u00eb\n" + id() + "," + alice + ",,2,Zoe\n")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(run("x.csv", file).report()).containsExactly("line 2: The row is not UTF-8.");
        assertThat(balance(alice)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.ndjson"})
    void aRowOfTenMegabytesIsRejectedAndTheNextOneIsRead(String name) throws Exception {
        UUID alice = account(10);
        boolean isCsv = name.endsWith(".csv");
        String good = isCsv ? id() + "," + alice + ",,2,\n" : withdrawal(alice, 2);
        String text = (isCsv ? HEADER : "") + good + "x".repeat(10_000_000) + "\n" + withIdOf(good);

        Imported done = run(name, text);

        assertThat(done.report())
                .containsExactly(
                        "line "
                                + (isCsv ? 3 : 2)
                                + ": The row is longer than 65536 bytes; perhaps quotes are opened in it and closed much later.");
        assertThat(done.result()).isEqualTo(new ImportResult(2, 0, 1, true));
        assertThat(balance(alice)).isEqualTo(6);
    }

    /** Nobody can tell an amount of 10 from one of 1000 that was cut off. */
    @Test
    void aRowWithoutItsLineBreakIsNotBelieved() throws Exception {
        UUID alice = account(10);

        Imported done =
                run(
                        "x.csv",
                        "id,from,amount\n"
                                + id()
                                + ","
                                + alice
                                + ",1\n"
                                + id()
                                + ","
                                + alice
                                + ",1");

        assertThat(done.report())
                .containsExactly(
                        "line 3: The file ends without a line break, so the row may be cut off: if it is not, add one.");
        assertThat(balance(alice)).isEqualTo(9);
    }

    @Test
    void quotesThatAreNotClosedAreToldWhereTheyBegin() throws Exception {
        UUID alice = account(10);

        Imported done =
                run(
                        "x.csv",
                        HEADER
                                + id()
                                + ","
                                + alice
                                + ",,1,\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,\"open\n"
                                + id()
                                + ","
                                + alice
                                + ",,1,\n");

        assertThat(done.report())
                .containsExactly(
                        "line 3: Quotes are opened here and not closed before the end of the file.");
        assertThat(balance(alice)).isEqualTo(9);
    }

    @Test
    void aCompressedFileThatIsCutOffIsImportedAsFarAsItIsThere() throws Exception {
        UUID alice = account(5_000);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            lines.append(withdrawal(alice, 1));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() * 3 / 4);

        assertThatThrownBy(() -> run("x.ndjson.gz", half))
                .isInstanceOf(ImportFailed.class)
                .hasMessageStartingWith("The file cannot be read to its end: ");
        long in = 5_000 - balance(alice);
        assertThat(in).isBetween(1_000L, 3_999L);

        assertThat(run("x.ndjson.gz", whole.toByteArray()).result())
                .isEqualTo(new ImportResult(4_000 - in, in, 0, true));
        assertThat(balance(alice)).isEqualTo(1_000);
    }

    @Test
    void whoStopsItGoesOnWithTheSameFile() throws Exception {
        UUID alice = account(10);
        Path file = Files.writeString(folder.resolve("x.ndjson"), withdrawal(alice, 1));
        ImportRun run = importer.run(ImportSource.of(file.toString(), null), null, System.out);
        run.stop();

        assertThat(run.run().isWhole()).isFalse();

        assertThat(balance(alice)).isEqualTo(10);
        assertThat(run("x.ndjson", Files.readAllBytes(file)).result().isWhole()).isTrue();
        assertThat(balance(alice)).isEqualTo(9);
    }

    @Test
    void whatTheFileHoldsCanBeSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("x.ndjson"), "{\"id\":\"" + id() + "\"}\n");
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        importer.run(
                        ImportSource.of(file.toString(), null),
                        FileContent.TRANSFERS,
                        new PrintStream(report, true, StandardCharsets.UTF_8))
                .run();

        assertThat(report.toString(StandardCharsets.UTF_8)).contains("amount must not be null");
    }

    private Imported run(String name, String text) throws Exception {
        return run(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Imported run(String name, byte[] bytes)
            throws IOException, ImportFailed, InterruptedException {
        Path file = Files.write(folder.resolve(name), bytes);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ImportResult result =
                importer.run(
                                ImportSource.of(file.toString(), null),
                                null,
                                new PrintStream(report, true, StandardCharsets.UTF_8))
                        .run();
        return new Imported(result, report.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static String withIdOf(String row) {
        // Another one of the same.
        return row.replaceFirst("[0-9a-f-]{36}", id());
    }

    private static String deposit(UUID to, long amount) {
        return "{\"id\":\"%s\",\"to\":\"%s\",\"amount\":%d}\n".formatted(id(), to, amount);
    }

    private static String withdrawal(UUID from, long amount) {
        return "{\"id\":\"%s\",\"from\":\"%s\",\"amount\":%d}\n".formatted(id(), from, amount);
    }

    private static String transfer(UUID from, UUID to, long amount) {
        return "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amount\":%d}\n"
                .formatted(id(), from, to, amount);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
