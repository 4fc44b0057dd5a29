package dev.remit.api.export;

import dev.remit.settings.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What exports may take from those who post and read meanwhile. */
@ConfigMapping(prefix = "remit.export")
public interface ExportSettings {

    /** How many may be under way at the same time; who comes then is told so at once (503). */
    @WithDefault("4")
    @WithConverter(Limits.NotNegative.class)
    int limit();

    /**
     * How long a reader may take nothing of what is sent; then the connection is closed. Whoever
     * reads slowly has all the time that it takes.
     */
    @WithDefault("30s")
    Duration patience();
}
