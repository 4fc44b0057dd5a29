package dev.remit.console.audit;

import dev.remit.api.access.Access;
import dev.remit.audit.AuditSchedule;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Live;
import dev.remit.console.LivePart;
import dev.remit.console.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Has the books audited by this process, and shows what it finds. */
@Path(ConsoleRoutes.AUDIT)
public class AuditResource {

    private static final Duration PERIOD = Duration.ofMillis(500);

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance audit(Visitor visitor, AuditView audit);

        static native TemplateInstance audit$state(AuditView audit);
    }

    private final AuditSchedule audits;
    private final Access access;
    private final Live live;

    AuditResource(AuditSchedule audits, Access access, Live live) {
        this.audits = audits;
        this.access = access;
        this.live = live;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(RoutingContext context) {
        return Html.page(
                Templates.audit(Visitor.of(access, context), AuditView.of(audits.state())));
    }

    @POST
    public Response begin() {
        audits.begin();
        return Html.next(ConsoleRoutes.AUDIT).build();
    }

    @GET
    @Path(ConsoleRoutes.STREAM)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response live(RoutingContext context) {
        return live.answer(
                context,
                Multi.createFrom()
                        .ticks()
                        .every(PERIOD)
                        .onOverflow()
                        .drop()
                        .map(tick -> AuditView.of(audits.state()))
                        .skip()
                        .repetitions()
                        .map(audit -> LivePart.of("state", Templates.audit$state(audit))));
    }
}
