package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Looks into every jar of the package. */
@DisabledIf("dev.remit.Packaged#isNative")
class DevDatabaseIsNotPackagedIT {

    private static final List<String> ENTRIES = new ArrayList<>();
    private static final List<String> MENTIONS = new ArrayList<>();

    @BeforeAll
    static void readThePackage() throws IOException {
        Path application = Path.of(System.getProperty("remit.package")).getParent();
        try (Stream<Path> files = Files.walk(application)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (var contents = new JarFile(jar.toFile())) {
                    boolean ours =
                            jar.startsWith(application.resolve("app"))
                                    || jar.startsWith(application.resolve("quarkus"));
                    for (var entry : contents.stream().filter(e -> !e.isDirectory()).toList()) {
                        ENTRIES.add(entry.getName());
                        if (ours && mentionsDevDatabase(contents.getInputStream(entry))) {
                            MENTIONS.add(entry.getName());
                        }
                    }
                }
            }
        }
    }

    @Test
    void theServiceIsThere() {
        assertThat(ENTRIES).contains("dev/remit/cli/Remit.class", "org/postgresql/Driver.class");
    }

    @Test
    void noClassOfTheDevelopmentDatabaseIs() {
        assertThat(ENTRIES).noneMatch(name -> name.startsWith("dev/remit/devdb/"));
    }

    @Test
    void noLibraryOfTheDevelopmentDatabaseIs() {
        assertThat(ENTRIES)
                .noneMatch(
                        name ->
                                name.startsWith("org/testcontainers/")
                                        || name.startsWith("com/github/dockerjava/")
                                        || name.startsWith("io/zonky/")
                                        || name.endsWith(".txz"));
    }

    @Test
    void neitherTheServiceNorGeneratedCodeMentionsIt() {
        assertThat(MENTIONS).isEmpty();
    }

    private static boolean mentionsDevDatabase(InputStream entry) throws IOException {
        try (entry) {
            String text = new String(entry.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains("dev/remit/devdb") || text.contains("dev.remit.devdb");
        }
    }
}
