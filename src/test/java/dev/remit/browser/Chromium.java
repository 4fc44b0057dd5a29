package dev.remit.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser and what drives it, as they are on this machine: nothing is downloaded for it. */
record Chromium(Path program, Path driver) {

    /** What to do about it that there is none. */
    static final String MISSING =
            "The tests of the console need chromium and chromedriver on the PATH; on Debian: apt-get install chromium chromium-driver";

    static Optional<Chromium> find() {
        Optional<Path> program = onPath("chromium", "google-chrome", "chromium-browser", "chrome");
        Optional<Path> driver = onPath("chromedriver");
        return program.isPresent() && driver.isPresent()
                ? Optional.of(new Chromium(program.get(), driver.get()))
                : Optional.empty();
    }

    /** Whether it is a failure that there is none. */
    static boolean isRequired() {
        return "required".equals(System.getenv("REMIT_TEST_BROWSER"));
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
