package dev.remit.console.session;

import dev.remit.api.access.Access;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.console.Complaint;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Session;
import dev.remit.console.SignInPage;
import dev.remit.console.Visitor;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Begins and ends sessions. */
@Path(ConsoleRoutes.CONSOLE)
@Produces(MediaType.TEXT_HTML)
public class SignInResource {

    private static final String HTTPS = "https";

    private final Access access;

    SignInResource(Access access) {
        this.access = access;
    }

    @GET
    @Path(ConsoleRoutes.SIGN_IN)
    public Response page(RoutingContext context) {
        return Html.page(
                SignInPage.of(Visitor.of(access, context), Complaint.NONE, ConsoleRoutes.CONSOLE));
    }

    /**
     * @param to where whoever signs in wants to go
     */
    @POST
    @Path(ConsoleRoutes.SIGN_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response signIn(
            @FormParam("token") String token, @FormParam("to") String to, RoutingContext context) {
        String given = token == null ? "" : token.strip();
        String next = isHere(to) ? to : ConsoleRoutes.CONSOLE;
        Optional<Problem> refused = access.isOpen() ? Optional.empty() : refusal(given, context);
        if (refused.isPresent()) {
            Complaint complaint = Complaint.of(refused.get());
            return Html.page(
                    complaint.status(),
                    SignInPage.of(Visitor.of(access, context), complaint, next));
        }
        Response.ResponseBuilder answer = Html.next(next);
        return (access.isOpen() ? answer : answer.cookie(Session.begin(given, isSecure(context))))
                .build();
    }

    @POST
    @Path(ConsoleRoutes.SIGN_OUT)
    public Response signOut(RoutingContext context) {
        return Html.next(ConsoleRoutes.CONSOLE + ConsoleRoutes.SIGN_IN)
                .cookie(Session.end(isSecure(context)))
                .build();
    }

    private Optional<Problem> refusal(String token, RoutingContext context) {
        return token.length() > Session.MAX_LENGTH
                ? Optional.of(
                        Problem.of(
                                ProblemType.UNAUTHORIZED,
                                "The token is longer than the %d characters that a browser keeps."
                                        .formatted(Session.MAX_LENGTH)))
                : access.refusal(context, token);
    }

    /** Nobody is sent elsewhere by a link that begins here. */
    private static boolean isHere(String to) {
        return to != null
                && (to.equals(ConsoleRoutes.CONSOLE)
                        || to.matches(ConsoleRoutes.CONSOLE + "[/?][\\x21-\\x7e]*"));
    }

    private static boolean isSecure(RoutingContext context) {
        return HTTPS.equals(context.request().scheme());
    }
}
