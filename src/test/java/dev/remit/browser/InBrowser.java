package dev.remit.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Console} and a {@link Screen} to look at it: one service and one browser for
 * all of them, because both take long to start. Whatever a test does, the browser has nothing to
 * complain of.
 */
final class InBrowser
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver {

    /** Both are there until the last test of all. */
    private record Both(Screen screen, Console console) implements AutoCloseable {

        private static Both start() {
            Chromium chromium =
                    Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.MISSING));
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "browser");
                return new Both(
                        Headless.start(chromium, folder.toRealPath()),
                        Console.start("browser", Map.of()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            screen.close();
            console.close();
        }
    }

    /** Where there is no browser the tests are left out, unless that would go unnoticed. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.isRequired() || Chromium.find().isPresent()
                ? ConditionEvaluationResult.enabled(null)
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        both(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        both(context).screen().reset(both(context).console().url());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            both(context).screen().assertClean();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Screen.class || type == Console.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screen.class
                ? both(context).screen()
                : both(context).console();
    }

    private static Both both(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Both.class, key -> Both.start(), Both.class);
    }
}
