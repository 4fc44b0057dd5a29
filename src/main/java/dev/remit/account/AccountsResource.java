package dev.remit.account;

import dev.remit.http.PageQuery;
import dev.remit.http.Uuids;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Teller;
import dev.remit.ledger.Unit;
import dev.remit.problem.Problem;
import dev.remit.problem.ProblemException;
import dev.remit.problem.ProblemType;
import dev.remit.problem.Problems;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Accounts over HTTP. Translates, and decides nothing. */
@Path("/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final Accounts accounts;
    private final Teller teller;

    AccountsResource(Accounts accounts, Teller teller) {
        this.accounts = accounts;
        this.teller = teller;
    }

    @POST
    public CompletionStage<Response> open(@NotNull @Valid AccountRequest account) {
        return teller.submit(Unit.of(account.command()), null)
                .thenApply(outcomes -> created(account(outcomes.getFirst())));
    }

    @POST
    @Path("/batch")
    public CompletionStage<Response> openAll(@NotNull @Valid AccountRequest.Many request) {
        List<Command> commands =
                request.accounts().stream().<Command>map(AccountRequest::command).toList();
        return teller.submit(new Unit(commands), null)
                .thenApply(
                        outcomes ->
                                Response.status(Response.Status.CREATED)
                                        .entity(
                                                new AccountResponse.Many(
                                                        outcomes.stream()
                                                                .map(AccountsResource::account)
                                                                .toList()))
                                        .build());
    }

    @GET
    public AccountResponse.Page list(
            @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int size = PageQuery.limit(limit);
        UUID start =
                after == null
                        ? null
                        : Uuids.parse(after)
                                .orElseThrow(
                                        () ->
                                                Problems.invalid(
                                                        "after",
                                                        "must be the next of another page"));
        // One more than asked for tells whether there is another page.
        List<Account> found = accounts.after(start, size + 1);
        List<AccountResponse> items =
                found.stream().limit(size).map(AccountResponse::from).toList();
        return new AccountResponse.Page(
                items, found.size() > size ? items.getLast().id().toString() : null);
    }

    @GET
    @Path("/summary")
    public Account.Summary summary() {
        return accounts.summary();
    }

    @GET
    @Path("/{id}")
    public AccountResponse get(@PathParam("id") String id) {
        return accounts.find(id(id)).map(AccountResponse::from).orElseThrow(() -> notFound(id));
    }

    @DELETE
    @Path("/{id}")
    public CompletionStage<Response> close(
            @PathParam("id") String id, @QueryParam("payout") String payout) {
        UUID account = id(id);
        Command command = new Command.Close(account, isTrue(payout), UUID.randomUUID());
        return teller.submit(Unit.of(command), account)
                .thenApply(outcomes -> Response.noContent().build());
    }

    /** A path with anything but an id in it names no account. */
    public static UUID id(String inPath) {
        return Uuids.parse(inPath).orElseThrow(() -> notFound(inPath));
    }

    public static ProblemException notFound(String account) {
        return new ProblemException(
                Problem.of(
                                ProblemType.ACCOUNT_NOT_FOUND,
                                "There is no account %s.".formatted(account))
                        .with("account", account));
    }

    private static boolean isTrue(String payout) {
        if (payout == null || payout.equals("false")) {
            return false;
        }
        if (payout.equals("true")) {
            return true;
        }
        throw Problems.invalid("payout", "must be true or false");
    }

    private static AccountResponse account(Outcome outcome) {
        return AccountResponse.from((Outcome.Opened) outcome);
    }

    private static Response created(AccountResponse account) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/accounts/" + account.id())
                .entity(account)
                .build();
    }
}
