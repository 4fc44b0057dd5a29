package dev.remit.database;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * A start that cannot succeed, for a reason that the operator can do something about.
 *
 * <p>The message is one sentence that says what is wrong and what to do, and it is all that is
 * printed. This type takes no cause: what is printed depends on the root cause of a failed start.
 */
public class StartupFailure extends ConfigurationException {

    public StartupFailure(String sentence) {
        super(sentence);
    }
}
