package dev.remit.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The part of Remit's API that the load generator uses, on a port of its own: keeps its books
 * right, but for one transfer that it is told to do something else with.
 */
public final class FakeRemit implements AutoCloseable {

    /** Which transfer that is, counted from 1. With three callers it comes however slow all is. */
    private static final int SPECIAL = 2;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server = vertx.createHttpServer().requestHandler(this::handle);
    private final FakeBooks books = new FakeBooks();
    private final List<JsonObject> first = new CopyOnWriteArrayList<>();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Behaviour special;
    private int troubles;

    public FakeRemit(Behaviour special) {
        this(special, 0);
    }

    /**
     * @param troubles how many calls fail: the one that opens the accounts, although it does, then
     *     those that read
     */
    public FakeRemit(Behaviour special, int troubles) {
        this.special = special;
        this.troubles = troubles;
        server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** The first transfers that came, in this order. */
    public List<JsonObject> firstTransfers() {
        return first;
    }

    /** Under which names it was called for transfers. */
    public Set<String> hosts() {
        return hosts;
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void handle(HttpServerRequest request) {
        String[] path = request.path().split("/");
        if (request.method().equals(HttpMethod.GET) && troubles > 0) {
            if (troubles-- % 2 == 0) {
                problem(request, 503, "database-unavailable");
            } else {
                request.connection().close();
            }
        } else if (request.path().equals("/accounts/batch")) {
            request.body().onSuccess(body -> open(request, body.toJsonObject()));
        } else if (request.path().equals("/transfers")) {
            hosts.add(request.authority().host());
            request.body().onSuccess(body -> transfer(request, body.toJsonObject()));
        } else if (path.length < 3 || !books.has(path[2])) {
            problem(request, 404, "account-not-found");
        } else if (path.length == 3) {
            answer(request, 200, books.account(path[2]));
        } else {
            answer(request, 200, books.statement(path[2], request.getParam("before")));
        }
    }

    /** An id is an idempotency key: whoever asks again is answered again. */
    private void open(HttpServerRequest request, JsonObject body) {
        boolean replayed = false;
        JsonArray asked = body.getJsonArray("accounts");
        for (int i = 0; i < asked.size(); i++) {
            JsonObject each = asked.getJsonObject(i);
            replayed |= books.has(each.getString("id"));
            if (!replayed) {
                books.open(each.getString("id"), each.getLong("balance"));
            }
        }
        if (troubles > 0) {
            troubles--;
            problem(request, 503, "outcome-unknown");
            return;
        }
        if (replayed) {
            request.response().putHeader("Idempotency-Replayed", "true");
        }
        answer(request, replayed ? 200 : 201, body);
    }

    private void transfer(HttpServerRequest request, JsonObject transfer) {
        if (first.size() < SPECIAL) {
            first.add(transfer);
            if (first.size() == SPECIAL) {
                special.handle(books, transfer, request);
                return;
            }
        }
        Behaviour.CORRECT.handle(books, transfer, request);
    }

    static void acknowledge(HttpServerRequest request) {
        answer(request, 201, new JsonObject().put("createdAt", FakeBooks.TIME));
    }

    /** The type is not the first member, and there is another one further in. */
    static void problem(HttpServerRequest request, int status, String slug) {
        JsonArray errors = new JsonArray().add(new JsonObject().put("type", "of the error"));
        answer(
                request,
                status,
                new JsonObject()
                        .put("errors", errors)
                        .put("type", "urn:remit:problem:" + slug)
                        .put("status", status));
    }

    private static void answer(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }
}
