package dev.remit.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether there are pages for people. */
@ConfigMapping(prefix = "remit.console")
public interface ConsoleSettings {

    /** Where it is false there is nothing at /console. */
    @WithDefault("true")
    boolean enabled();
}
