package dev.remit.console.account;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.access.Access;
import dev.remit.api.account.AccountRequest;
import dev.remit.api.problem.ProblemException;
import dev.remit.console.Complaint;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Submission;
import dev.remit.console.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.groups.Default;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Opens an account. */
@Path(ConsoleRoutes.ACCOUNTS + ConsoleRoutes.NEW)
@Produces(MediaType.TEXT_HTML)
public class NewAccountResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance newAccount(
                Visitor visitor, AccountForm form, Complaint complaint);
    }

    private final Submission submission;
    private final BatchValidator validator;
    private final Access access;

    NewAccountResource(Submission submission, BatchValidator validator, Access access) {
        this.submission = submission;
        this.validator = validator;
        this.access = access;
    }

    @GET
    public Response page(RoutingContext context) {
        return Html.page(
                Templates.newAccount(
                        Visitor.of(access, context), AccountForm.empty(), Complaint.NONE));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response open(@BeanParam AccountForm form, RoutingContext context) {
        try {
            AccountRequest account = form.request();
            validator.check(account, Default.class);
            submission.submit(account.command(new IdempotencyKey(account.id(), true)), false);
            return Html.next(ConsoleRoutes.ACCOUNTS + '/' + account.id()).build();
        } catch (ProblemException e) {
            Complaint complaint = Complaint.of(e.problem());
            return Html.page(
                    complaint.status(),
                    Templates.newAccount(Visitor.of(access, context), form, complaint));
        }
    }
}
