package dev.remit.api.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether assistants may look at the books. */
@ConfigMapping(prefix = "remit.mcp")
public interface McpSettings {

    /** Where they may not, there is no such path. */
    @WithDefault("false")
    boolean enabled();
}
