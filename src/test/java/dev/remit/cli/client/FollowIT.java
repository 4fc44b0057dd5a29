package dev.remit.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.Packaged;
import dev.remit.RemitApi;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a client of itself; either side is killed meanwhile. */
class FollowIT {

    private static final String ALICE = "a11ce000-0000-4000-8000-000000000001";
    private static final String BOB = "b0b00000-0000-4000-8000-000000000002";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    private final List<Process> followers = new ArrayList<>();
    private String url;

    @Test
    void allThatHappensIsPrintedOnceWhoeverIsKilledMeanwhile() throws Exception {
        OwnDatabase database = OwnDatabase.create("follow");
        int port = Packaged.freePort();
        url = RemitProcess.service(port).toString();
        RemitProcess service = RemitProcess.start(database, port).awaitReady();
        try {
            assertThat(run("account", "open", "--id", ALICE, "--balance", "1000").status())
                    .isZero();
            assertThat(run("account", "open", "--id", BOB, "--json").status()).isZero();
            Path first = folder.resolve("first");
            Process killed = follow(first, "--json");
            transfer();
            awaitTransfers(first, 2);
            killed.destroyForcibly().onExit().join();
            transfer();

            Path second = folder.resolve("second");
            Process follower = follow(second, "--json", "--after", last(first));
            awaitTransfers(second, 1);
            service.kill();
            service = RemitProcess.start(database, port).awaitReady();
            transfer();
            awaitTransfers(second, 2);
            assertThat(follower.isAlive()).isTrue();

            List<String> printed = new ArrayList<>(ids(first));
            printed.addAll(ids(second));
            assertThat(printed)
                    .isEqualTo(
                            run("follow", "--to-end", "--json").out().stream()
                                    .map(this::id)
                                    .toList())
                    .hasSize(3 + 3);
            assertEndsInOrder();
        } finally {
            followers.forEach(Process::destroyForcibly);
            service.close();
        }
    }

    /** As on Ctrl-C, which shells keep from programs in the background. */
    private void assertEndsInOrder() throws Exception {
        Path lines = folder.resolve("third");
        Process follower = follow(lines);
        await().atMost(PATIENCE).until(() -> Files.readAllLines(lines).size() == 6);
        String id = Files.readAllLines(lines).getLast().split(" ")[0];

        follower.destroy();

        assertThat(follower.waitFor()).isEqualTo(143);
        assertThat(Files.readAllLines(folder.resolve("third.err")))
                .containsExactly("follow: --after " + id + " goes on from here.");
    }

    private void transfer() {
        Packaged run = run("transfer", ALICE, BOB, "100");
        assertThat(run.status()).as("%s", run).isZero();
        assertThat(run.out()).contains("amount        1.00 USD");
    }

    private Packaged run(String... arguments) {
        return Packaged.run(Map.of("REMIT_URL", url), arguments);
    }

    private Process follow(Path file, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("follow"));
        arguments.addAll(List.of(more));
        Process follower =
                Packaged.builder(
                                List.of(),
                                Map.of("REMIT_URL", url),
                                arguments.toArray(String[]::new))
                        .redirectOutput(file.toFile())
                        .redirectError(Path.of(file + ".err").toFile())
                        .start();
        followers.add(follower);
        return follower;
    }

    private void awaitTransfers(Path file, int transfers) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                events(file).stream()
                                                .filter(
                                                        event ->
                                                                event.path("type")
                                                                        .asText()
                                                                        .endsWith("posted"))
                                                .count()
                                        == transfers);
    }

    private List<String> ids(Path file) throws IOException {
        return events(file).stream().map(event -> event.path("id").asText()).toList();
    }

    private String last(Path file) throws IOException {
        return ids(file).getLast();
    }

    private String id(String line) {
        return RemitApi.json(line).path("id").asText();
    }

    /** Every line is whole. */
    private static List<JsonNode> events(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(RemitApi::json).toList();
    }
}
