package dev.remit;

import java.nio.file.Path;

/**
 * Where the build puts classes, for a process that is to be started with them. Class loaders do not
 * always tell: that of continuous testing does not.
 */
public final class CompiledClasses {

    public static final Path OF_THE_PROGRAM = Path.of("target", "classes").toAbsolutePath();
    public static final Path OF_THE_TESTS = Path.of("target", "test-classes").toAbsolutePath();

    private CompiledClasses() {}

    /** Whether the libraries that the tests use can be told, too. */
    public static boolean areOnTheClassPath() {
        return System.getProperty("java.class.path").contains(OF_THE_TESTS.toString());
    }
}
