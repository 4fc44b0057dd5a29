package dev.remit.api.statement;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One statement at a time, for those who go on reading. */
public class StatementLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("remit.statement.limit", "1", "remit.statement.patience", "2s");
    }
}
