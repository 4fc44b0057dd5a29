package dev.remit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In, out, and in again into an empty database: the same balances and the same histories. With
 * {@code -Dremit.bulk.rows=1000000} it is a million transfers; what it took is in {@code
 * target/failsafe-reports}.
 */
class RoundTripIT {

    private static final int ROWS = Integer.getInteger("remit.bulk.rows", 5_000);
    private static final int ACCOUNTS = Math.max(40, ROWS / 100);
    private static final int CLOSED = 12;

    @TempDir Path folder;

    @Test
    void whatIsExportedIsImportedAgainAsItWas() throws Exception {
        OwnDatabase source = OwnDatabase.create("bulk_source");
        OwnDatabase target = OwnDatabase.create("bulk_target");
        SampleFiles sample = new SampleFiles(ACCOUNTS);
        sample.writeAccounts(folder.resolve("accounts.csv"));
        sample.writeTransfers(folder.resolve("transfers.ndjson"), ROWS);

        importWhole(source, "accounts.csv", ACCOUNTS + " in now, 0 before");
        importWhole(source, "transfers.ndjson", ROWS + " in now, 0 before");
        exported(
                source,
                (client, service) -> {
                    for (int i = 0; i < CLOSED; i++) {
                        close(client, service, sample.account(i * 3).toString());
                    }
                });

        importWhole(target, "bulk_source.accounts.csv.gz", ACCOUNTS + " in now, 0 before");
        // The opening deposits are in already.
        assertThat(importWhole(target, "bulk_source.transfers.csv.gz", " in now, "))
                .doesNotContain(" 0 before");
        exported(target, (client, service) -> {});

        assertThat(histories("bulk_target"))
                .hasSizeGreaterThan(ACCOUNTS / 2)
                .isEqualTo(histories("bulk_source"));
        assertThat(accounts("bulk_target")).hasSize(ACCOUNTS).isEqualTo(accounts("bulk_source"));
        // Once more, in the other format: nothing is in twice.
        importWhole(target, "bulk_source.accounts.ndjson.gz", " 0 in now, " + ACCOUNTS + " before");
        importWhole(target, "bulk_source.transfers.ndjson.gz", " 0 in now, ");
        assertThat(Packaged.run(at(target), "audit").status()).isZero();
    }

    private interface Calls {
        void make(HttpClient client, URI service) throws IOException, InterruptedException;
    }

    /** What the import said. */
    private String importWhole(OwnDatabase database, String file, String expected) {
        long begin = System.nanoTime();
        Packaged run = Packaged.run(at(database), "import", folder.resolve(file).toString());
        tell("imported", file, begin);

        assertThat(run.status()).as("%s", run).isZero();
        assertThat(run.out()).isEmpty();
        String said = run.err().getLast();
        System.out.println(said);
        assertThat(said.replaceAll("(?<=\\d),(?=\\d)", "")).contains(expected);
        return said;
    }

    /** All exports there are, after some calls. */
    private void exported(OwnDatabase database, Calls before) throws Exception {
        int port = Packaged.freePort();
        try (RemitProcess process = RemitProcess.start(database, port);
                HttpClient client = HttpClient.newHttpClient()) {
            process.awaitReady();
            URI service = RemitProcess.service(port);
            before.make(client, service);
            for (String path :
                    new String[] {
                        "accounts.csv?closed=true",
                        "accounts.ndjson?closed=true",
                        "transfers.csv",
                        "transfers.ndjson"
                    }) {
                export(client, service, path, database.name());
            }
        }
    }

    private void export(HttpClient client, URI service, String path, String database)
            throws IOException, InterruptedException {
        Path file = folder.resolve(database + "." + path.replaceFirst("\\?.*", "") + ".gz");
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/" + path))
                        .header("Accept-Encoding", "gzip")
                        .build();
        long begin = System.nanoTime();
        assertThat(client.send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
        tell("exported", file.getFileName() + ", " + Files.size(file) + " bytes", begin);
    }

    private static void close(HttpClient client, URI service, String account)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/accounts/" + account + "?payout=true"))
                        .method("DELETE", BodyPublishers.noBody())
                        .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    }

    private Map<String, Long> histories(String database) throws IOException {
        return Fingerprints.histories(folder.resolve(database + ".transfers.ndjson.gz"));
    }

    private Map<String, Long> accounts(String database) throws IOException {
        return Fingerprints.accounts(folder.resolve(database + ".accounts.ndjson.gz"));
    }

    private static Map<String, String> at(OwnDatabase database) {
        return Map.of("DATABASE_URL", database.serviceUrl());
    }

    private static void tell(String what, String file, long begin) {
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(Locale.ROOT, "%s %s in %.1f s%n", what, file, time.toMillis() / 1e3);
    }
}
