package dev.remit.api.access;

import dev.remit.bank.BehindProxy;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The service as it is in production: nobody gets in without a token. Assistants may ask, too, and
 * whoever listens is looked at more often.
 */
public class OnlyWithToken implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("remit.mcp.enabled", "true", "remit.feed.heartbeat", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(WithIssuer.class), new TestResourceEntry(BehindProxy.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** The same, and three requests a day. */
    public static final class AndSeldom extends OnlyWithToken {

        static final int REQUESTS = 3;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "remit.rate-limit.requests",
                    String.valueOf(REQUESTS),
                    "remit.rate-limit.period",
                    "24h");
        }
    }
}
