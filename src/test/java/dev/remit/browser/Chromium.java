package dev.remit.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A browser and what drives it, as they are on this machine: nothing is downloaded for it. */
record Chromium(Path program, Path driver) {

    private static final String REQUIRED = "REMIT_TEST_BROWSER";

    private static final String MISSING =
            "The tests of the console need chromium and chromedriver on the PATH; on Debian: apt-get install chromium chromium-driver";

    /**
     * Where there is none the test is left out, unless the environment says that it must not be.
     */
    static Chromium find() {
        Optional<Path> program = onPath("chromium", "google-chrome", "chromium-browser", "chrome");
        Optional<Path> driver = onPath("chromedriver");
        if (program.isPresent() && driver.isPresent()) {
            return new Chromium(program.get(), driver.get());
        }
        if ("required".equals(System.getenv(REQUIRED))) {
            throw new IllegalStateException(MISSING);
        }
        throw new TestAbortedException(MISSING);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(
                        name ->
                                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
