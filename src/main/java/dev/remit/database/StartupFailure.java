package dev.remit.database;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * A start that cannot succeed, for a reason that the operator can do something about.
 *
 * <p>The message is one sentence that says what is wrong and what to do, and it is all that is
 * printed: Quarkus prints the message alone, and ends with exit status 1, when a {@link
 * ConfigurationException} is the root cause of a failed start. That is why this type takes no
 * cause: with one, the cause would be the root, and its stack trace be printed.
 */
public class StartupFailure extends ConfigurationException {

    public StartupFailure(String sentence) {
        super(sentence);
    }
}
