package dev.remit.bank;

import dev.remit.faults.FaultProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The service's way to a database of its own leads through a proxy that fails on demand. Fields of
 * a test of these types get the two.
 */
public final class BehindProxy implements QuarkusTestResourceLifecycleManager {

    private OwnDatabase database;
    private FaultProxy proxy;

    @Override
    public Map<String, String> start() {
        database = OwnDatabase.create("behind_proxy");
        proxy = FaultProxy.between(database.host(), database.port());
        return Map.of(
                "quarkus.datasource.jdbc.url", proxy.url(database.name()),
                "quarkus.datasource.username", database.user());
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(proxy, new TestInjector.MatchesType(FaultProxy.class));
        fields.injectIntoFields(database, new TestInjector.MatchesType(OwnDatabase.class));
    }

    @Override
    public void stop() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
