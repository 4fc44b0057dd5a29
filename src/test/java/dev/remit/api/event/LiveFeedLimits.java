package dev.remit.api.event;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A thousand may follow, and hear of it soon when nothing happens, or when they take nothing. */
public class LiveFeedLimits implements QuarkusTestProfile {

    static final int FOLLOWERS = 1_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "remit.feed.limit",
                String.valueOf(FOLLOWERS),
                "remit.feed.heartbeat",
                "500ms",
                "remit.feed.patience",
                "3s");
    }
}
