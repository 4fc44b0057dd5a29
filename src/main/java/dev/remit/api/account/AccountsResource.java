package dev.remit.api.account;

import dev.remit.api.Answers;
import dev.remit.api.BatchValidator;
import dev.remit.api.DryRun;
import dev.remit.api.Flag;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.TimeQuery;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import dev.remit.store.AccountFilter;
import dev.remit.store.LedgerReader;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

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
    public CompletionStage<RestResponse<AccountResponse>> open(
            @NotNull @Valid AccountRequest account,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        Command command = account.command(IdempotencyKey.of(account.id(), call));
        return ledger.submit(command, DryRun.of(dryRun), null)
                .thenApply(outcome -> opened((Outcome.Opened) outcome));
    }

    /** Takes long enough to read and to answer that an event loop would be missed meanwhile. */
    @POST
    @Path(Routes.BATCH)
    @Blocking
    public CompletionStage<RestResponse<AccountResponse.Many>> openAll(
            @NotNull @Valid AccountRequest.Many request,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        validator.check("accounts", request.accounts());
        List<Command.Open> commands = request.commands(IdempotencyKey.ofCall(call));
        return ledger.submitAll(Request.allOf(commands).dry(DryRun.of(dryRun)))
                .thenApply(AccountsResource::openedAll);
    }

    @GET
    public Response list(
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("name") String name,
            @QueryParam("currency") String currency,
            @QueryParam("minBalance") String minBalance,
            @QueryParam("maxBalance") String maxBalance,
            @QueryParam("frozen") String frozen,
            @Context UriInfo uri) {
        AccountFilter filter =
                new AccountFilter(
                        name,
                        currency,
                        balance("minBalance", minBalance, -Money.MAX),
                        balance("maxBalance", maxBalance, Money.MAX),
                        frozen(frozen));
        UUID start = Uuids.cursor("after", after);
        AccountResponse.Page page =
                AccountResponse.Page.of(reader.accounts(filter, start, PageQuery.limit(limit)));
        return PageQuery.answer(page, "after", page.next(), uri);
    }

    private static long balance(String name, String text, long byDefault) {
        return PageQuery.number(name, text, byDefault, -Money.MAX, Money.MAX);
    }

    private static Frozen frozen(String text) {
        try {
            return text == null ? null : Frozen.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("frozen", AccountRequest.FROZEN_MESSAGE);
        }
    }

    @GET
    @Path(Routes.SUMMARY)
    public SummaryResponse summary(@QueryParam("at") String at) {
        Instant time = TimeQuery.of("at", at);
        return SummaryResponse.of(reader.totals(time), time);
    }

    @GET
    @Path(Routes.ID)
    public Response get(@PathParam("id") String id, @QueryParam("at") String at) {
        Optional<Response> found =
                at == null
                        ? reader.account(Uuids.inPath(id, Problems::accountNotFound))
                                .map(AccountResponse::from)
                                .map(AccountsResource::tagged)
                        : at(Uuids.inPath(id, Problems::accountNotFound), TimeQuery.of("at", at))
                                .map(balance -> Response.ok(balance).build());
        return found.orElseThrow(() -> new ProblemException(Problems.accountNotFound(id)));
    }

    private static Response tagged(AccountResponse account) {
        return Response.ok(account).header(HttpHeaders.ETAG, EntityTag.of(account.tag())).build();
    }

    private Optional<BalanceResponse> at(UUID account, Instant time) {
        return reader.balanceAt(account, time)
                .map(balance -> BalanceResponse.of(account, balance, time));
    }

    @PATCH
    @Path(Routes.ID)
    @Consumes({Routes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public CompletionStage<Response> change(
            @PathParam("id") String id,
            @NotNull @Valid AccountPatch patch,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpHeaders headers) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        Command command = new Command.Change(account, EntityTag.expected(headers), patch.change());
        return ledger.submit(command, DryRun.of(dryRun), account)
                .thenApply(outcome -> tagged(AccountResponse.from((Outcome.Changed) outcome)));
    }

    @DELETE
    @Path(Routes.ID)
    public CompletionStage<Response> close(
            @PathParam("id") String id,
            @QueryParam("payout") String payout,
            @QueryParam(DryRun.PARAMETER) String dryRun) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        Command command = new Command.Close(account, Flag.isTrue("payout", payout));
        return ledger.submit(command, DryRun.of(dryRun), account)
                .thenApply(outcome -> Response.noContent().build());
    }

    private static RestResponse<AccountResponse> opened(Outcome.Opened opened) {
        return Answers.of(
                        AccountResponse.from(opened),
                        Routes.ACCOUNTS + '/' + opened.id(),
                        opened.replayed())
                .header(HttpHeaders.ETAG, EntityTag.of(opened.account().tag()))
                .build();
    }

    /** Replayed if all were: of accounts that were opened together, none is opened anew. */
    private static RestResponse<AccountResponse.Many> openedAll(List<Outcome> outcomes) {
        List<Outcome.Opened> opened =
                outcomes.stream().map(outcome -> (Outcome.Opened) outcome).toList();
        return Answers.made(
                new AccountResponse.Many(opened.stream().map(AccountResponse::from).toList()),
                null,
                opened.stream().allMatch(Outcome.Opened::replayed));
    }
}
