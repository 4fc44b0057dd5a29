package dev.remit;

import dev.remit.bank.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Of the package under test: it has no development database, so it is given one. */
public class PackageDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        OwnDatabase database = OwnDatabase.create("package_under_test");
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(),
                "quarkus.datasource.username",
                database.user(),
                "quarkus.http.host",
                "127.0.0.1",
                // In production nobody is let in unless it is said whom.
                "remit.auth",
                "none");
    }

    /** The database goes with its server, at the end of the tests. */
    @Override
    public void stop() {}
}
