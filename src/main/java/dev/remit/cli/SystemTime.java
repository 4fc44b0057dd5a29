package dev.remit.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The clock of this process, for what the history does not keep. Commits are dated by the
 * database's, and by it holds end.
 */
class SystemTime {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
