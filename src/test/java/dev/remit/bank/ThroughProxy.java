package dev.remit.bank;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service as it is delivered, with a {@link BehindProxy} database. */
public class ThroughProxy implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(BehindProxy.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** The same, but it loses patience early, so that a test need not wait for the real limits. */
    public static final class Impatient extends ThroughProxy {

        /** The pauses between them double, so all of them take a fifth of a second. */
        public static final int RETRIES = 5;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("remit.retry.max-retries", String.valueOf(RETRIES)),
                    Map.entry("remit.retry.max-duration-millis", "700"),
                    Map.entry("remit.queue.patience", "1s"),
                    Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "1S"),
                    Map.entry(
                            "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout",
                            "1"),
                    Map.entry(
                            "quarkus.datasource.jdbc.additional-jdbc-properties.loginTimeout",
                            "1"));
        }
    }
}
