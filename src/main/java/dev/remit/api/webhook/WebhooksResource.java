package dev.remit.api.webhook;

import dev.remit.api.Answers;
import dev.remit.api.DryRun;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.event.EventId;
import dev.remit.api.problem.Problems;
import dev.remit.store.EventPlace;
import dev.remit.webhook.Creation;
import dev.remit.webhook.NewWebhook;
import dev.remit.webhook.Webhook;
import dev.remit.webhook.Webhooks;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Webhooks over HTTP. Each call waits for the database, so none is for an event loop. */
@Path(Routes.WEBHOOKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private final Webhooks webhooks;

    WebhooksResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    public RestResponse<WebhookResponse> create(
            @NotNull @Valid WebhookRequest request,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        NewWebhook wanted = request.webhook(IdempotencyKey.of(request.id(), call));
        return switch (webhooks.create(wanted, DryRun.of(dryRun))) {
            case Creation.Made it -> made(it);
            case Creation.Exists it -> throw WebhookProblems.exists(wanted.id());
            case Creation.TooMany it -> throw WebhookProblems.tooMany(it.limit());
            case Creation.BadUrl it -> throw Problems.invalid("url", it.complaint());
            case Creation.Refused it -> throw WebhookProblems.refused();
        };
    }

    private static RestResponse<WebhookResponse> made(Creation.Made made) {
        Webhook webhook = made.webhook();
        return Answers.made(
                made.replayed() ? WebhookResponse.of(webhook) : WebhookResponse.ofNew(webhook),
                Routes.WEBHOOKS + '/' + webhook.id(),
                made.replayed());
    }

    @GET
    public Response list(
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        WebhookResponse.Page page =
                WebhookResponse.Page.of(
                        webhooks.list(Uuids.cursor("after", after), PageQuery.limit(limit)));
        return PageQuery.answer(page, "after", page.next(), uri);
    }

    @GET
    @Path(Routes.ID)
    public WebhookResponse get(@PathParam("id") String id) {
        return of(id, webhooks::find);
    }

    @DELETE
    @Path(Routes.ID)
    public Response delete(
            @PathParam("id") String id, @QueryParam(DryRun.PARAMETER) String dryRun) {
        boolean isDry = DryRun.of(dryRun);
        if (Uuids.parse(id).filter(it -> webhooks.delete(it, isDry)).isEmpty()) {
            throw WebhookProblems.notFound(id);
        }
        return Response.noContent().build();
    }

    @POST
    @Path(Routes.PAUSE)
    public WebhookResponse pause(
            @PathParam("id") String id, @QueryParam(DryRun.PARAMETER) String dryRun) {
        boolean isDry = DryRun.of(dryRun);
        return of(id, it -> webhooks.pause(it, isDry));
    }

    @POST
    @Path(Routes.RESUME)
    public WebhookResponse resume(
            @PathParam("id") String id, @QueryParam(DryRun.PARAMETER) String dryRun) {
        boolean isDry = DryRun.of(dryRun);
        return of(id, it -> webhooks.resume(it, isDry));
    }

    @POST
    @Path(Routes.REDELIVER)
    public WebhookResponse redeliver(
            @PathParam("id") String id,
            @NotNull @Valid RedeliveryRequest request,
            @QueryParam(DryRun.PARAMETER) String dryRun) {
        EventPlace after = EventId.query("after", request.after());
        boolean isDry = DryRun.of(dryRun);
        return of(id, it -> webhooks.redeliver(it, after, isDry));
    }

    private static WebhookResponse of(String id, Function<UUID, Optional<Webhook>> call) {
        return Uuids.parse(id)
                .flatMap(call)
                .map(WebhookResponse::of)
                .orElseThrow(() -> WebhookProblems.notFound(id));
    }
}
