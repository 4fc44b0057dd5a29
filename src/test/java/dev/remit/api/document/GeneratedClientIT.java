package dev.remit.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remit.PackageDatabase;
import dev.remit.Packaged;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import jakarta.annotation.Nullable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API document is good enough to make a client of: the build has made one, strict about members
 * that the document does not name, and a program that uses nothing else moves money with it.
 */
@QuarkusIntegrationTest
@WithTestResource(PackageDatabase.class)
class GeneratedClientIT {

    private static final Path GENERATED = Path.of("target", "client", "src", "main", "java");
    private static final Path PROGRAM = Path.of("src", "client", "java");

    /** All that such a client needs besides Java. */
    private static final String LIBRARIES =
            Stream.of(
                            JsonProperty.class,
                            JsonParser.class,
                            ObjectMapper.class,
                            JavaTimeModule.class,
                            Nullable.class)
                    .map(GeneratedClientIT::jar)
                    .collect(Collectors.joining(File.pathSeparator));

    @TempDir Path classes;

    @Test
    void movesMoney() throws Exception {
        compile();

        assertThat(run("dev.remit.client.MovesMoney", "http://localhost:" + RestAssured.port))
                .containsExactly(
                        "Alice has 1000, Bob has 250 USD",
                        "moved: 900 and 350",
                        "again: 200, replayed [true], the same true",
                        "rejected: 422 urn:remit:problem:insufficient-funds, available 900",
                        "history: -100 to 900",
                        "history: 1000 to 1000",
                        "now: 900, when it was moved: 900",
                        "event: dev.remit.transfer.posted, the same true");
    }

    private void compile() throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of("-proc:none", "-d", classes.toString(), "-classpath", LIBRARIES));
        for (Path sources : List.of(GENERATED, PROGRAM)) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java"))
                        .forEach(arguments::add);
            }
        }
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
    }

    private List<String> run(String program, String argument) throws Exception {
        Process process =
                new ProcessBuilder(
                                Packaged.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-classpath",
                                classes + File.pathSeparator + LIBRARIES,
                                program,
                                argument)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }

    private static String jar(Class<?> type) {
        return Path.of(
                        java.net.URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }
}
