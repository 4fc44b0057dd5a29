package dev.remit;

import dev.remit.bank.ThroughProxy;
import java.util.Map;

/**
 * Where the service waits for somebody, or lets in so many, a test is soon at the limit. All such
 * tests share this, because each profile costs a start of the service.
 */
public final class NarrowLimits extends ThroughProxy {

    /** Who may follow the feed. */
    public static final int FOLLOWERS = 1_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("remit.export.limit", "1"),
                Map.entry("remit.export.patience", "1s"),
                Map.entry("remit.feed.heartbeat", "500ms"),
                Map.entry("remit.feed.limit", String.valueOf(FOLLOWERS)),
                Map.entry("remit.feed.patience", "3s"),
                Map.entry("remit.statement.limit", "1"),
                Map.entry("remit.statement.patience", "2s"),
                Map.entry("remit.webhooks.first-pause", "20ms"),
                Map.entry("remit.webhooks.lease", "1500ms"),
                Map.entry("remit.webhooks.longest-pause", "200ms"),
                Map.entry("remit.webhooks.timeout", "700ms"));
    }
}
