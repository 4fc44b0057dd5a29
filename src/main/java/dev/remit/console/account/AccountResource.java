package dev.remit.console.account;

import dev.remit.api.PageQuery;
import dev.remit.api.Uuids;
import dev.remit.api.access.Access;
import dev.remit.api.problem.Problems;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Live;
import dev.remit.console.LivePart;
import dev.remit.console.Visitor;
import dev.remit.console.feed.Happenings;
import dev.remit.store.EventPlace;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** An account: what it holds, and how that came about. */
@Path(ConsoleRoutes.ACCOUNTS)
public class AccountResource {

    private static final long MOST = 999_999_999_999_999_999L;

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance account(Visitor visitor, AccountPage page);

        static native TemplateInstance account$standing(AccountPage page);

        static native TemplateInstance account$holds(AccountPage page);

        static native TemplateInstance account$picture(AccountPage page);

        static native TemplateInstance account$chain(AccountPage page);
    }

    private final AccountPageReader reader;
    private final Happenings happenings;
    private final Access access;
    private final Live live;

    AccountResource(AccountPageReader reader, Happenings happenings, Access access, Live live) {
        this.reader = reader;
        this.happenings = happenings;
        this.access = access;
        this.live = live;
    }

    @GET
    @Path(ConsoleRoutes.ID)
    @Produces(MediaType.TEXT_HTML)
    public Response page(
            @PathParam("id") String id,
            @QueryParam("before") String before,
            RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        long version =
                before == null ? Long.MAX_VALUE : PageQuery.number("before", before, 1, 1, MOST);
        return Html.page(Templates.account(visitor, reader.read(account, visitor, version)));
    }

    /**
     * First as it is now, unless that has been seen: something may have happened since the page was
     * made, or while nobody was connected.
     */
    @GET
    @Path(ConsoleRoutes.ID + ConsoleRoutes.STREAM)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response live(
            @PathParam("id") String id,
            @QueryParam("seen") String seen,
            @HeaderParam(Live.LAST_SEEN) String lastSeen,
            RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        // Looked at in this order, so that nothing falls between the two.
        EventPlace now = happenings.now();
        AccountPage first = reader.read(account, visitor, Long.MAX_VALUE);
        Multi<AccountPage> later =
                happenings
                        .of(account, now)
                        .map(events -> reader.read(account, visitor, Long.MAX_VALUE));
        return live.answer(
                context,
                Multi.createBy()
                        .concatenating()
                        .streams(
                                first.account().tag().equals(lastSeen == null ? seen : lastSeen)
                                        ? Multi.createFrom().empty()
                                        : Multi.createFrom().item(first),
                                later)
                        .onItem()
                        .transformToIterable(this::parts));
    }

    private List<LivePart> parts(AccountPage page) {
        String tag = page.account().tag();
        LivePart standing = LivePart.of("standing", tag, Templates.account$standing(page));
        return page.chain() == null
                ? List.of(standing)
                : List.of(
                        LivePart.of("holds", Templates.account$holds(page)),
                        LivePart.of("picture", Templates.account$picture(page)),
                        LivePart.of("chain", Templates.account$chain(page)),
                        standing);
    }
}
