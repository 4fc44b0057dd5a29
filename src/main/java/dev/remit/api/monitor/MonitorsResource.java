package dev.remit.api.monitor;

import dev.remit.api.Answers;
import dev.remit.api.DryRun;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.store.MonitorReader;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

/** Monitors over HTTP. Their events are in the feed. */
@Path(Routes.MONITORS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MonitorsResource {

    private static final String AFTER = "after";

    private final MonitorReader reader;
    private final LedgerService ledger;

    MonitorsResource(MonitorReader reader, LedgerService ledger) {
        this.reader = reader;
        this.ledger = ledger;
    }

    @POST
    public CompletionStage<RestResponse<MonitorResponse>> create(
            @NotNull @Valid MonitorRequest monitor,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        Command command = monitor.command(IdempotencyKey.of(monitor.id(), call));
        return ledger.submit(command, DryRun.of(dryRun), null)
                .thenApply(outcome -> created((Outcome.MonitorCreated) outcome));
    }

    @GET
    public Response list(
            @QueryParam("account") String account,
            @QueryParam("limit") String limit,
            @QueryParam(AFTER) String after,
            @Context UriInfo uri) {
        MonitorResponse.Page page =
                MonitorResponse.Page.of(
                        reader.monitors(
                                Uuids.query("account", account),
                                Uuids.cursor(AFTER, after),
                                PageQuery.limit(limit)));
        return PageQuery.answer(page, AFTER, page.next(), uri);
    }

    @GET
    @Path(Routes.ID)
    public MonitorResponse get(@PathParam("id") String id) {
        return reader.monitor(Uuids.inPath(id, Problems::monitorNotFound))
                .map(MonitorResponse::from)
                .orElseThrow(() -> new ProblemException(Problems.monitorNotFound(id)));
    }

    @DELETE
    @Path(Routes.ID)
    public CompletionStage<Response> delete(
            @PathParam("id") String id, @QueryParam(DryRun.PARAMETER) String dryRun) {
        return ledger.submit(
                        new Command.DeleteMonitor(Uuids.inPath(id, Problems::monitorNotFound)),
                        DryRun.of(dryRun),
                        null)
                .thenApply(outcome -> Response.noContent().build());
    }

    private static RestResponse<MonitorResponse> created(Outcome.MonitorCreated created) {
        return Answers.made(
                MonitorResponse.from(created.monitor(), Micros.instant(created.createdAt())),
                Routes.MONITORS + '/' + created.monitor().id(),
                created.replayed());
    }
}
