package dev.remit.console;

import dev.remit.api.Pages;
import dev.remit.api.access.Access;
import dev.remit.api.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The console as the rest of the service knows it. */
@Singleton
class ConsolePages implements Pages {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance problem(Visitor visitor, Complaint complaint);
    }

    private final boolean isEnabled;
    private final Access access;

    ConsolePages(ConsoleSettings settings, Access access) {
        this.isEnabled = settings.enabled();
        this.access = access;
    }

    @Override
    public Optional<String> start() {
        return isEnabled ? Optional.of(ConsoleRoutes.CONSOLE) : Optional.empty();
    }

    @Override
    public boolean has(RoutingContext request) {
        return isEnabled && ConsoleRoutes.isBelow(request.request().path());
    }

    @Override
    public String of(Problem problem, RoutingContext request) {
        // Of a request that has not come as far as that they have not been set.
        PageHeaders.set(request.response());
        Visitor visitor = Visitor.of(access, request);
        Complaint complaint = Complaint.of(problem);
        return problem.status() == 401
                ? SignInPage.of(visitor, complaint, wanted(request)).render()
                : Templates.problem(visitor, complaint).render();
    }

    /** Where to go on once they are signed in. What a form was to do, they have to send again. */
    private static String wanted(RoutingContext request) {
        return request.request().method() == HttpMethod.GET
                ? request.request().uri()
                : request.request().path();
    }
}
