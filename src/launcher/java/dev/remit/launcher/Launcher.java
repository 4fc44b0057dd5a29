package dev.remit.launcher;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;

/**
 * What {@code java -jar} runs first: compiled for Java 8, so that a virtual machine that is too old
 * for the program can still say so. Everything behind it is newer.
 */
public final class Launcher {

    private static final int OLDEST = 21;

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        // "1.8", and from the next one on "9", "17" and so on.
        if (Double.parseDouble(System.getProperty("java.specification.version")) < OLDEST) {
            System.err.println(
                    "remit: Java "
                            + OLDEST
                            + " or newer is needed, and this is "
                            + System.getProperty("java.version")
                            + " in "
                            + System.getProperty("java.home")
                            + ".");
            System.exit(1);
        }
        QuarkusEntryPoint.main(args);
    }
}
