package dev.remit.load;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a {@link FakeRemit} does with one transfer: with the books, and as an answer. */
public enum Behaviour {
    CORRECT(FakeBooks::post, FakeRemit::acknowledge),

    // Wrong.
    LOSES(Behaviour::nothing, FakeRemit::acknowledge),
    POSTS_TWICE(Behaviour::twice, FakeRemit::acknowledge),
    FORGETS_THE_CREDIT(Behaviour::debitOnly, FakeRemit::acknowledge),
    SKIPS_A_VERSION(Behaviour::afterSkippedVersion, FakeRemit::acknowledge),
    GETS_A_BALANCE_WRONG(Behaviour::onWrongBalance, FakeRemit::acknowledge),
    MOVES_ANOTHER_AMOUNT((books, transfer) -> books.post(transfer, 2), FakeRemit::acknowledge),
    SWAPS_THE_SIDES((books, transfer) -> books.post(transfer, -1), FakeRemit::acknowledge),
    POSTS_UNDER_ANOTHER_ID(Behaviour::underAnotherId, FakeRemit::acknowledge),
    LOSES_AN_ACCOUNT(Behaviour::thenHidePayer, FakeRemit::acknowledge),
    REFUSES_BUT_POSTS(FakeBooks::post, problem(422, "insufficient-funds")),
    SAYS_OVERLOADED_BUT_POSTS(FakeBooks::post, problem(503, "overloaded")),

    // Unfortunate, but right.
    REFUSES(Behaviour::nothing, problem(422, "insufficient-funds")),
    IS_OVERLOADED(Behaviour::nothing, problem(503, "overloaded")),
    DOES_NOT_KNOW_AND_POSTS(FakeBooks::post, problem(503, "outcome-unknown")),
    DOES_NOT_KNOW_AND_LOSES(Behaviour::nothing, problem(503, "outcome-unknown")),
    BREAKS_THE_CONNECTION_AND_POSTS(FakeBooks::post, Behaviour::breakConnection),
    BREAKS_THE_CONNECTION_AND_LOSES(Behaviour::nothing, Behaviour::breakConnection),
    NEVER_ANSWERS(FakeBooks::post, request -> {}),
    ANSWERS_WITH_A_PAGE(FakeBooks::post, Behaviour::page),
    CLOSES_AFTER_THE_ANSWER(FakeBooks::post, Behaviour::lastAnswer);

    private final BiConsumer<FakeBooks, JsonObject> posting;
    private final Consumer<HttpServerRequest> answer;

    Behaviour(BiConsumer<FakeBooks, JsonObject> posting, Consumer<HttpServerRequest> answer) {
        this.posting = posting;
        this.answer = answer;
    }

    void handle(FakeBooks books, JsonObject transfer, HttpServerRequest request) {
        posting.accept(books, transfer);
        answer.accept(request);
    }

    private static void nothing(FakeBooks books, JsonObject transfer) {}

    private static void twice(FakeBooks books, JsonObject transfer) {
        books.post(transfer);
        books.post(transfer);
    }

    private static void debitOnly(FakeBooks books, JsonObject transfer) {
        books.payer(transfer)
                .post(
                        transfer.getString("id"),
                        -transfer.getLong("amount"),
                        transfer.getString("to"));
    }

    private static void afterSkippedVersion(FakeBooks books, JsonObject transfer) {
        books.payer(transfer).skipVersion();
        books.post(transfer);
    }

    private static void onWrongBalance(FakeBooks books, JsonObject transfer) {
        books.payer(transfer).add(5);
        books.post(transfer);
    }

    private static void underAnotherId(FakeBooks books, JsonObject transfer) {
        books.post(transfer.copy().put("id", "11111111-1111-4111-8111-111111111111"));
    }

    private static void thenHidePayer(FakeBooks books, JsonObject transfer) {
        books.post(transfer);
        books.hidePayer(transfer);
    }

    private static Consumer<HttpServerRequest> problem(int status, String slug) {
        return request -> FakeRemit.problem(request, status, slug);
    }

    private static void breakConnection(HttpServerRequest request) {
        request.connection().close();
    }

    private static void page(HttpServerRequest request) {
        request.response().setStatusCode(502).end("<html>Bad gateway</html>");
    }

    private static void lastAnswer(HttpServerRequest request) {
        request.response().putHeader("connection", "close");
        FakeRemit.acknowledge(request);
    }
}
