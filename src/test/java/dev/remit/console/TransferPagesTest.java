package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A transfer shows both of its sides, and leads to what belongs to it. */
@QuarkusTest
class TransferPagesTest {

    private final Browser browser = new Browser();

    @Test
    void aTransferShowsBothSidesAndWhatBelongsToIt() {
        UUID alice = account(1000);
        UUID bob = account(250);
        Map<String, Object> wish = new HashMap<>(Map.of("from", alice, "to", bob, "amount", 100));
        wish.put("reference", "rent");
        wish.put("metadata", Map.of("invoice", "4711"));
        String moved = post("/transfers", wish).expect(201).get("id").textValue();
        String back = post("/transfers/" + moved + "/reverse").expect(201).get("id").textValue();

        Page page = browser.open("/console/transfers/" + moved).expect(200);

        assertThat(page.text("[data-field=amount]")).isEqualTo("1.00 USD");
        assertThat(page.text("#side-from [data-field=balance]")).isEqualTo("9.00 USD");
        assertThat(page.text("#side-to [data-field=balance]")).isEqualTo("3.50 USD");
        assertThat(page.text("[data-field=reference]")).isEqualTo("rent");
        assertThat(page.text("[data-metadata=invoice]")).isEqualTo("4711");
        assertThat(page.text("[data-field=actor]")).isEqualTo("nobody named");
        Page reversal = browser.follow(page, "[data-rel=reversal]").expect(200);
        assertThat(reversal.text("[data-field=id]")).isEqualTo(back);
        assertThat(browser.follow(reversal, "[data-rel=reverses]").text("[data-field=id]"))
                .isEqualTo(moved);
    }

    @Test
    void aHoldLeadsToWhatHasEndedItAndBack() {
        UUID alice = account(1000);
        String hold =
                post(
                                "/transfers",
                                Map.of(
                                        "from",
                                        alice,
                                        "to",
                                        account(0),
                                        "amount",
                                        5,
                                        "pending",
                                        true))
                        .expect(201)
                        .get("id")
                        .textValue();
        post("/transfers/" + hold + "/void").expect(201);

        Page page = browser.open("/console/transfers/" + hold).expect(200);

        assertThat(page.text("h1")).isEqualTo("Hold");
        assertThat(page.text("[data-field=state]")).isEqualTo("voided");
        Page end = browser.follow(page, "[data-rel=settled-by]").expect(200);
        assertThat(browser.follow(end, "[data-rel=hold]").text("[data-field=id]")).isEqualTo(hold);
    }

    @Test
    void transfersAreFoundByReferenceOrId() {
        UUID alice = account(1000);
        String reference = "ref & " + UUID.randomUUID();
        List<Map<String, Object>> many =
                IntStream.range(0, 51)
                        .mapToObj(
                                i ->
                                        Map.<String, Object>of(
                                                "from", alice, "amount", 1, "reference", reference))
                        .toList();
        post("/transfers/batch", Map.of("atomic", true, "transfers", many)).expect(201);
        Page search = browser.open("/console/transfers").expect(200);

        Page first =
                browser.send(search.form("#search"), Map.of("text", reference), null).expect(200);
        Page second = browser.follow(first, "#next").expect(200);

        List<String> shown = first.document().select("[data-transfer]").eachAttr("data-transfer");
        assertThat(shown).hasSize(50);
        assertThat(second.element("[data-transfer]").attr("data-transfer")).isNotIn(shown);
        assertThat(browser.open("/console/transfers?text=" + shown.getFirst()).location())
                .isEqualTo("/console/transfers/" + shown.getFirst());
    }
}
