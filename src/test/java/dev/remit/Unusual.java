package dev.remit;

import dev.remit.api.event.FirstSchema;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * What can be switched is not as it is delivered, and the ledger began with the first schema. None
 * of it has to do with the rest, and each profile costs a start of the service.
 */
public final class Unusual implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.http2", "true",
                "quarkus.management.enabled", "true",
                "quarkus.management.test-port", "0",
                "remit.console.enabled", "false",
                "remit.export.limit", "1",
                "remit.export.patience", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FirstSchema.class));
    }
}
