package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A URL may hold two passwords, and libraries like to say which database they are connected to. */
class PasswordInLogIT {

    @TempDir Path folder;

    @Test
    void theLogOfAServiceShowsNone() throws Exception {
        OwnDatabase database = OwnDatabase.create("password_in_log");
        String url =
                "postgresql://%s:users-secret@%s:%d/%s?sslmode=disable&sslpassword=keys-secret"
                        .formatted(
                                database.user(), database.host(), database.port(), database.name());
        Path log = folder.resolve("log");
        Process service =
                RemitProcess.builder(url, Packaged.freePort()).redirectOutput(log.toFile()).start();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .failFast("the service has ended", () -> !service.isAlive())
                    .until(() -> Files.readString(log).contains("Listening on"));
        } finally {
            service.destroyForcibly().onExit().join();
        }

        assertThat(Files.readString(log))
                .contains("Successfully applied")
                .doesNotContain("users-secret", "keys-secret");
    }
}
