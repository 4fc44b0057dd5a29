package dev.remit.api.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service takes the tokens of an {@link Issuer}. Fields of a test of that type get it. */
public final class WithIssuer implements QuarkusTestResourceLifecycleManager {

    private final Issuer issuer = new Issuer();

    @Override
    public Map<String, String> start() {
        return Map.of("remit.auth", "jwt", "mp.jwt.verify.publickey", issuer.publicKey());
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
    }

    @Override
    public void stop() {
        // It is an object like any other.
    }
}
