package dev.remit.api.statement;

import dev.remit.settings.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What those who read statements may take of the service. */
@ConfigMapping(prefix = "remit.statement")
interface StatementSettings {

    /**
     * How many statements are written at a time; beyond it 503 {@code overloaded}. Of each some
     * hundred kilobytes are in memory.
     */
    @WithDefault("100")
    @WithConverter(Limits.NotNegative.class)
    int limit();

    /** How long somebody who reads a statement may take nothing of it; then it is cut off. */
    @WithDefault("60s")
    Duration patience();
}
