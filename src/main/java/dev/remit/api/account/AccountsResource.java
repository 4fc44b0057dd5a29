package dev.remit.api.account;

import dev.remit.api.Answers;
import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import dev.remit.store.Account;
import dev.remit.store.LedgerReader;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Accounts over HTTP. Translates, and decides nothing. */
@Path(Routes.ACCOUNTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final LedgerReader reader;
    private final LedgerService ledger;
    private final BatchValidator validator;

    AccountsResource(LedgerReader reader, LedgerService ledger, BatchValidator validator) {
        this.reader = reader;
        this.ledger = ledger;
        this.validator = validator;
    }

    @POST
    public CompletionStage<Response> open(
            @NotNull @Valid AccountRequest account, @Context HttpHeaders headers) {
        Command command = account.command(IdempotencyKey.of(account.id(), headers));
        return ledger.submit(Request.of(command), null)
                .thenApply(outcomes -> opened((Outcome.Opened) outcomes.getFirst()));
    }

    /** Takes long enough to read and to answer that an event loop would be missed meanwhile. */
    @POST
    @Path(Routes.BATCH)
    @Blocking
    public CompletionStage<Response> openAll(@NotNull @Valid AccountRequest.Many request) {
        validator.check("accounts", request.accounts());
        List<Command> commands =
                request.accounts().stream().<Command>map(AccountRequest::command).toList();
        return ledger.submit(new Request(commands), null).thenApply(AccountsResource::openedAll);
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
        List<Account> found = reader.accountsAfter(start, size + 1);
        List<AccountResponse> items =
                found.stream().limit(size).map(AccountResponse::from).toList();
        return new AccountResponse.Page(
                items, found.size() > size ? items.getLast().id().toString() : null);
    }

    @GET
    @Path(Routes.SUMMARY)
    public SummaryResponse summary() {
        return SummaryResponse.from(reader.summary());
    }

    @GET
    @Path(Routes.ID)
    public AccountResponse get(@PathParam("id") String id) {
        return reader.account(id(id)).map(AccountResponse::from).orElseThrow(() -> notFound(id));
    }

    @DELETE
    @Path(Routes.ID)
    public CompletionStage<Response> close(
            @PathParam("id") String id, @QueryParam("payout") String payout) {
        UUID account = id(id);
        Command command = new Command.Close(account, isTrue(payout));
        return ledger.submit(Request.of(command), account)
                .thenApply(outcomes -> Response.noContent().build());
    }

    /** A path with anything but an id in it names no account. */
    public static UUID id(String inPath) {
        return Uuids.parse(inPath).orElseThrow(() -> notFound(inPath));
    }

    public static ProblemException notFound(String account) {
        String echo = Problems.echo(account);
        return new ProblemException(
                Problem.of(ProblemType.ACCOUNT_NOT_FOUND, "There is no account %s.".formatted(echo))
                        .with("account", echo));
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

    private static Response opened(Outcome.Opened opened) {
        return Answers.made(
                AccountResponse.from(opened),
                Routes.ACCOUNTS + '/' + opened.account(),
                opened.replayed());
    }

    /** Replayed if all were: of accounts that were opened together, none is opened anew. */
    private static Response openedAll(List<Outcome> outcomes) {
        List<Outcome.Opened> opened =
                outcomes.stream().map(outcome -> (Outcome.Opened) outcome).toList();
        return Answers.made(
                new AccountResponse.Many(opened.stream().map(AccountResponse::from).toList()),
                null,
                opened.stream().allMatch(Outcome.Opened::replayed));
    }
}
