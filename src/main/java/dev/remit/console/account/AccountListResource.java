package dev.remit.console.account;

import dev.remit.api.PageQuery;
import dev.remit.api.access.Access;
import dev.remit.api.problem.ProblemException;
import dev.remit.console.Complaint;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Visitor;
import dev.remit.store.Account;
import dev.remit.store.LedgerReader;
import dev.remit.store.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Finds accounts. */
@Path(ConsoleRoutes.ACCOUNTS)
public class AccountListResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance accounts(
                Visitor visitor, AccountSearch search, Found found, Complaint complaint);
    }

    /**
     * @param next where the next page is; null on the last one
     * @param currencies the codes of those that there are
     */
    record Found(List<AccountView> accounts, String next, List<String> currencies) {}

    private final LedgerReader reader;
    private final Currencies currencies;
    private final Access access;

    AccountListResource(LedgerReader reader, Currencies currencies, Access access) {
        this.reader = reader;
        this.currencies = currencies;
        this.access = access;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@BeanParam AccountSearch search, RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        try {
            return Html.page(Templates.accounts(visitor, search, find(search), Complaint.NONE));
        } catch (ProblemException e) {
            Found nothing = new Found(List.of(), null, currencies.codes());
            return Html.page(
                    e.problem().status(),
                    Templates.accounts(visitor, search, nothing, Complaint.of(e.problem())));
        }
    }

    private Found find(AccountSearch search) {
        Page<Account, UUID> page =
                reader.accounts(search.filter(currencies), search.place(), PageQuery.DEFAULT_LIMIT);
        return new Found(
                page.items().stream().map(AccountView::of).toList(),
                page.next() == null ? null : search.next(page.next()),
                currencies.codes());
    }
}
