package dev.remit;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The program: without arguments it serves HTTP, with a command as the first argument it runs that
 * and ends.
 */
@QuarkusMain
public final class Remit implements QuarkusApplication {

    public static void main(String... args) {
        Quarkus.run(Remit.class, FailedStart::end, args);
    }

    @Override
    public int run(String... args) {
        Quarkus.waitForExit();
        return 0;
    }
}
