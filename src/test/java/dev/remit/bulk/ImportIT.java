package dev.remit.bulk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the packaged program, against a real database. */
class ImportIT {

    private static final int PATIENCE_SECONDS = 120;
    private static final int MANY = 100_000;

    @TempDir Path folder;

    @Test
    void aSignalEndsItInOrderAndAnotherRunGoesOn() throws Exception {
        OwnDatabase database = OwnDatabase.create("bulk_interrupted");
        UUID account = UUID.randomUUID();
        Path accounts = Files.writeString(folder.resolve("a.csv"), "id\n" + account + "\n");
        assertThat(run(database, accounts.toString()).status()).isZero();
        Path file = deposits(account);
        Path err = folder.resolve("err");
        Process process =
                Packaged.builder(List.of("-Xmx128m"), at(database), "import", file.toString())
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(err.toFile())
                        .start();
        await().atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> database.number("SELECT count(*) FROM transfers") > 0);

        process.destroy();

        assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotIn(0, 1);
        assertThat(Files.readString(err))
                .contains("ended before the file did, run it again to go on");
        assertThat(Files.readString(folder.resolve("out"))).isEmpty();
        long before = database.number("SELECT count(*) FROM transfers");
        assertThat(before).isBetween(1L, MANY - 1L);

        Packaged again = run(database, file.toString());

        assertThat(again.status()).as("%s", again).isZero();
        assertThat(again.err().getLast().replace(",", ""))
                .contains("%d in now %d before 0 rejected".formatted(MANY - before, before));
        assertThat(database.number("SELECT balance FROM accounts")).isEqualTo(MANY);
    }

    @Test
    void whatIsRejectedIsOnStandardOutputOrInAReport() throws Exception {
        OwnDatabase database = OwnDatabase.create("bulk_rejected");
        Path file = Files.writeString(folder.resolve("a.csv"), "id,balance\nx,1\n");
        Path report = folder.resolve("report");

        Packaged out = run(database, file.toString());
        Packaged reported = run(database, file.toString(), "--report", report.toString());

        String line = "line 2: The field id has a value of the wrong form.";
        assertThat(out.status()).isEqualTo(1);
        assertThat(out.out()).containsExactly(line);
        assertThat(out.err().getLast())
                .isEqualTo("import: 1 rows: 0 in now, 0 before, 1 rejected.");
        assertThat(reported.status()).isEqualTo(1);
        assertThat(reported.out()).isEmpty();
        assertThat(report).hasContent(line);
    }

    @Test
    void whatCannotBeImportedIsToldInOneSentence() throws Exception {
        OwnDatabase database = OwnDatabase.create("bulk_impossible");
        Path file = Files.writeString(folder.resolve("a.csv"), "id,colour\n");

        Packaged unknown = run(database, file.toString());
        Packaged missing = run(database, "nothing.csv");
        Packaged nowhere =
                Packaged.run(
                        Map.of("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/bank"),
                        "import",
                        file.toString());

        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err())
                .containsExactly(
                        "import: The header in line 1: There is no field colour in accounts.");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err().getFirst())
                .isEqualTo("import: there is no file nothing.csv that can be read.");
        assertThat(nowhere.status()).isEqualTo(3);
        assertThat(nowhere.err()).singleElement().asString().startsWith("No database answers at ");
    }

    private Path deposits(UUID account) throws IOException {
        Path file = folder.resolve("deposits.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,to,amount\n");
            for (int i = 0; i < MANY; i++) {
                out.write(UUID.randomUUID() + "," + account + ",1\n");
            }
        }
        return file;
    }

    private static Packaged run(OwnDatabase database, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "import";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Packaged.run(at(database), all);
    }

    private static Map<String, String> at(OwnDatabase database) {
        return Map.of("DATABASE_URL", database.serviceUrl());
    }
}
