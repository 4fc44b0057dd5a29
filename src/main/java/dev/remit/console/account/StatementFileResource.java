package dev.remit.console.account;

import dev.remit.api.problem.Problems;
import dev.remit.api.statement.StatementQuery;
import dev.remit.api.statement.StatementResource;
import dev.remit.console.ConsoleRoutes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The API's statements for those who have a session instead of a token: of whole days, in UTC. */
@Path(ConsoleRoutes.ACCOUNTS)
@RunOnVirtualThread
public class StatementFileResource {

    private final StatementResource statements;

    StatementFileResource(StatementResource statements) {
        this.statements = statements;
    }

    /**
     * @param from the first day; empty for that of the account's opening
     * @param to the last day; empty for today
     */
    @GET
    @Path(ConsoleRoutes.STATEMENT)
    public Response file(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("format") String format,
            RoutingContext context) {
        StatementQuery query =
                new StatementQuery(id, midnight("from", from, 0), midnight("to", to, 1));
        return switch (format) {
            case "csv" -> statements.csv(query, context);
            case "xml" -> statements.xml(query, context);
            case "json" -> statements.json(query, context);
            case null, default -> throw Problems.invalid("format", "must be csv, xml or json");
        };
    }

    private static String midnight(String name, String day, int daysLater) {
        if (day == null || day.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            throw Problems.invalid(name, "must be a day such as 2026-11-22");
        }
    }
}
