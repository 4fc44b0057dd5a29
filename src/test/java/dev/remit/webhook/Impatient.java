package dev.remit.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Everything that takes seconds or hours takes less. */
public final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "remit.webhooks.lease", "1500ms",
                "remit.webhooks.timeout", "700ms",
                "remit.webhooks.first-pause", "20ms",
                "remit.webhooks.longest-pause", "200ms");
    }
}
