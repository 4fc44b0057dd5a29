package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlConfigSourceTest {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    private final Thread thread = Thread.currentThread();
    private final ClassLoader tests = thread.getContextClassLoader();

    /**
     * The class path of unit tests holds Quarkus' build classes; the one of a running service does
     * not.
     */
    @BeforeEach
    void asInARunningService() {
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void asInATest() {
        thread.setContextClassLoader(tests);
    }

    @Test
    void setsUpTheDataSource() {
        var config =
                production(Map.of("DATABASE_URL", "postgresql://ann:pw@h/bank?sslmode=require"));
        assertThat(config.getConfigValue(JDBC_URL).getValue())
                .isEqualTo("jdbc:postgresql://h:26257/bank?sslmode=require");
        assertThat(config.getConfigValue(USERNAME).getValue()).isEqualTo("ann");
        assertThat(config.getConfigValue(PASSWORD).getValue()).isEqualTo("pw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${x}",
                "$",
                "$$",
                "a$b",
                "\\$",
                "\\\\$",
                "\\$${HOME}",
                "${a:b}",
                "\\",
                "a\\$b\\$$c",
                "${x::y}"
            })
    void noCharacterOfAPasswordIsAnExpression(String password) {
        var config =
                production(Map.of("DATABASE_URL", "postgresql://ann:" + password + "x@h/bank"));
        assertThat(config.getValue(PASSWORD, String.class)).isEqualTo(password + "x");
    }

    @Test
    void theUsersOwnSettingsWin() {
        var config =
                production(Map.of("DATABASE_URL", "postgresql://ann:pw@h/bank", USERNAME, "bob"));
        assertThat(config.getConfigValue(JDBC_URL).getValue())
                .isEqualTo("jdbc:postgresql://h:26257/bank");
        assertThat(config.getConfigValue(USERNAME).getValue()).isEqualTo("bob");
        assertThat(config.getConfigValue(PASSWORD).getValue()).isEqualTo("pw");
    }

    @Test
    void noPasswordGoesToAnotherDatabase() {
        var config =
                production(
                        Map.of(
                                "DATABASE_URL",
                                "postgresql://ann:pw@h/bank",
                                JDBC_URL,
                                "jdbc:postgresql://other/bank"));
        assertThat(config.getConfigValue(JDBC_URL).getValue())
                .isEqualTo("jdbc:postgresql://other/bank");
        assertThat(config.getConfigValue(USERNAME).getValue()).isNull();
        assertThat(config.getConfigValue(PASSWORD).getValue()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void productionDoesNotStartWithoutADatabase(String url) {
        assertThatThrownBy(() -> production(Map.of("DATABASE_URL", url)))
                .isInstanceOf(StartupFailure.class)
                .hasNoCause()
                .hasMessageStartingWith("No database is configured: set DATABASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void developmentAndTestsStartTheirOwn(String profile) {
        assertThat(config(profile, Map.of()).getConfigValue(JDBC_URL).getValue()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "prod"})
    void aBadUrlEndsTheStart(String profile) {
        assertThatThrownBy(() -> config(profile, Map.of("DATABASE_URL", "mysql://h/bank")))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://ann:pw@h/bank", "mysql://h/bank", ""})
    void aBuildTakesNothingFromTheUrl(String url) {
        thread.setContextClassLoader(tests);
        var config = production(Map.of("DATABASE_URL", url));
        assertThat(config.getConfigValue(JDBC_URL).getValue()).isNull();
        assertThat(config.getConfigValue(PASSWORD).getValue()).isNull();
    }

    /**
     * In development and tests the service runs in the process that built it, and sees the build's
     * classes.
     */
    @Test
    void aServiceThatRunsWhereItWasBuiltUsesTheUrl() throws IOException {
        try (var runtime =
                new URLClassLoader(
                        "Quarkus Runtime ClassLoader: DEV restart no:0", new URL[0], tests)) {
            thread.setContextClassLoader(runtime);
            var config = config("dev", Map.of("DATABASE_URL", "postgresql://ann:pw@h/bank"));
            assertThat(config.getConfigValue(PASSWORD).getValue()).isEqualTo("pw");
        }
    }

    private static SmallRyeConfig production(Map<String, String> settings) {
        return config("prod", settings);
    }

    private static SmallRyeConfig config(String profile, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(settings, "application.properties", 250))
                .withSources(new DatabaseUrlConfigSource())
                .build();
    }
}
