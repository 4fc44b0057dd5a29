package dev.remit.console.overview;

import dev.remit.api.access.Access;
import dev.remit.audit.AuditSchedule;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Live;
import dev.remit.console.LivePart;
import dev.remit.console.Visitor;
import dev.remit.console.audit.AuditView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The first page: what there is, and how fast it changes. */
@Path(ConsoleRoutes.CONSOLE)
public class OverviewResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance overview(
                Visitor visitor, Overview overview, AuditView audit);

        static native TemplateInstance overview$figures(
                Visitor visitor, Overview overview, AuditView audit);
    }

    private final OverviewReader reader;
    private final LiveOverview overviews;
    private final AuditSchedule audits;
    private final Access access;
    private final Live live;

    OverviewResource(
            OverviewReader reader,
            LiveOverview overviews,
            AuditSchedule audits,
            Access access,
            Live live) {
        this.reader = reader;
        this.overviews = overviews;
        this.audits = audits;
        this.access = access;
        this.live = live;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(RoutingContext context) {
        return Html.page(
                Templates.overview(
                        Visitor.of(access, context), reader.read(), AuditView.of(audits.state())));
    }

    @GET
    @Path(ConsoleRoutes.STREAM)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response live(RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        return live.answer(
                context,
                overviews
                        .follow()
                        .map(
                                overview ->
                                        LivePart.of(
                                                "figures",
                                                Templates.overview$figures(
                                                        visitor,
                                                        overview,
                                                        AuditView.of(audits.state())))));
    }
}
