package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Looks for the names of classes in the native binary: it has those of all that can be reached. */
@EnabledIf("dev.remit.Packaged#isNative")
class DevDatabaseIsNotInTheBinaryIT {

    private static String binary;

    @BeforeAll
    static void readTheBinary() throws IOException {
        binary = Files.readString(Packaged.program(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theServiceIsThere() {
        assertThat(binary.contains("dev.remit.cli.Remit")).isTrue();
        assertThat(binary.contains("org.postgresql.Driver")).isTrue();
    }

    @Test
    void nothingOfTheDevelopmentDatabaseIs() {
        assertThat(binary.contains("dev.remit.devdb")).isFalse();
        // Flyway has the name of a driver of theirs in a text, so it is not the name of the
        // library.
        assertThat(binary.contains("org.testcontainers.DockerClientFactory")).isFalse();
        assertThat(binary.contains("org.testcontainers.containers")).isFalse();
        assertThat(binary.contains("io.zonky")).isFalse();
    }

    @Test
    void nothingOfTheTestsIs() {
        assertThat(binary.contains("dev.remit.faults")).isFalse();
        assertThat(binary.contains("org.junit")).isFalse();
    }
}
