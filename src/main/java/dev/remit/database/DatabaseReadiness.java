package dev.remit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database has just answered a question, and within a second: on a connection
 * of the commits, so that many readers do not make an instance look as if it could not post.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AgroalDataSource dataSource;

    DatabaseReadiness(@DataSource(ConnectionPools.COMMITS) AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(this::ask)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> down("no answer within " + PATIENCE.toMillis() + " ms"));
    }

    private HealthCheckResponse ask() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(PATIENCE.toSeconds()));
            statement.execute("SELECT 1");
            return HealthCheckResponse.up(NAME);
        } catch (SQLException e) {
            return down("SQLSTATE " + e.getSQLState());
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
