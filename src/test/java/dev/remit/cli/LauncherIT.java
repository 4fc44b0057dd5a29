package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.Packaged;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** {@code java -jar}, whatever the {@code java}. */
@DisabledIf("dev.remit.Packaged#isNative")
class LauncherIT {

    private static final int CLASS_FILE_OF_JAVA_8 = 52;
    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    @Test
    void whatRunsFirstCanBeReadByJava8() throws IOException {
        try (JarFile jar = new JarFile(Packaged.program().toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            try (var first =
                    new DataInputStream(
                            jar.getInputStream(jar.getEntry(main.replace('.', '/') + ".class")))) {
                assertThat(first.readInt()).isEqualTo(0xCAFEBABE);
                assertThat(first.readUnsignedShort()).isZero();
                assertThat(first.readUnsignedShort()).isEqualTo(CLASS_FILE_OF_JAVA_8);
            }
        }
    }

    @Test
    void aJavaThatIsTooOldSaysSoInOneSentence() throws Exception {
        Optional<Path> old = tooOld();
        assumeTrue(old.isPresent());
        Process java =
                new ProcessBuilder(
                                old.get().resolve("bin/java").toString(),
                                "-jar",
                                Packaged.program().toString(),
                                "--version")
                        .redirectErrorStream(true)
                        .start();

        String said = new String(java.getInputStream().readAllBytes());

        assertThat(java.waitFor()).isEqualTo(1);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .matches("remit: Java 21 or newer is needed, and this is \\S+ in /.*\\.");
    }

    @Test
    void aJavaThatIsNewEnoughGoesOn() {
        Packaged run = Packaged.run(Map.of(), "--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("remit ");
    }

    private static Optional<Path> tooOld() throws IOException {
        if (!Files.isDirectory(USUAL_PLACE)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> Files.exists(home.resolve("release")))
                    .filter(home -> feature(home) < 21)
                    .findFirst();
        }
    }

    private static int feature(Path home) {
        Properties release = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = release.getProperty("JAVA_VERSION").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]")[0]);
    }
}
