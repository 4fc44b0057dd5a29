package dev.remit.api.mcp;

import dev.remit.api.access.OnlyWithToken;
import java.util.Map;

/** Assistants may ask, if they bring a token. */
public class WithAssistants extends OnlyWithToken {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("remit.mcp.enabled", "true");
    }
}
