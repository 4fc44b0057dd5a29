package dev.remit.api.document;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.patch;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document about what the service tells by itself says what it really tells. */
@QuarkusTest
class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void read() {
        document = get("/q/asyncapi").expect(200);
    }

    @Test
    void isAsyncApi() {
        assertThat(
                        Schemas.violations(
                                "asyncapi-3.0.0.json", SpecificationVersion.DRAFT_7, document))
                .isEmpty();
        assertThat(document.get("info").get("version"))
                .isEqualTo(OpenApi.read().root().get("info").get("version"));
    }

    /** A new type of event is found here, until it is described. */
    @Test
    void describesEveryTypeOfEvent() {
        Set<String> types = new HashSet<>();
        OpenApi.read()
                .schemas()
                .get("Event")
                .get("properties")
                .get("type")
                .get("enum")
                .forEach(type -> types.add(type.textValue()));

        assertThat(payloads().keySet()).isNotEmpty().isEqualTo(types);
        for (JsonNode channel : document.get("channels")) {
            assertThat(channel.get("messages")).hasSameSizeAs(payloads().keySet());
        }
    }

    @Test
    void hasTheSchemasOfTheApi() {
        JsonNode schemas = document.get("components").get("schemas");

        assertThat(fields(schemas)).contains("Event", "Transfer", "OpenedAccount", "UUID");
        for (String name : fields(schemas)) {
            assertThat(schemas.get(name)).as(name).isEqualTo(OpenApi.read().schemas().get(name));
        }
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.textValue().substring(1)).isMissingNode())
                    .as(reference.textValue())
                    .isFalse();
        }
    }

    @Test
    void whatReallyHappensIsAsItSays() {
        List<JsonNode> events = everything();
        Map<String, JsonNode> payloads = payloads();

        assertThat(events)
                .extracting(event -> event.get("type").textValue())
                .containsAll(payloads.keySet());
        for (JsonNode event : events) {
            payloads.forEach(
                    (type, payload) -> {
                        List<String> violations = Schemas.violations(document, payload, event);
                        if (type.equals(event.get("type").textValue())) {
                            assertThat(violations).as(event.toString()).isEmpty();
                        } else {
                            assertThat(violations).as(event + " as " + type).isNotEmpty();
                        }
                    });
        }
    }

    /** Something of every type that there is. */
    private static List<JsonNode> everything() {
        JsonNode head = get("/ledger").expect(200);
        UUID from = account(100);
        UUID to = account(0);
        post("/monitors", Map.of("account", to, "above", 5)).expect(201);
        JsonNode monitor = post("/monitors", Map.of("account", from, "below", 5)).expect(201);
        delete("/monitors/" + monitor.get("id").textValue()).expect(204);
        JsonNode posted = transfer(from, to, 10).expect(201);
        post("/transfers/" + posted.get("id").textValue() + "/reverse").expect(201);
        JsonNode held =
                post(
                                "/transfers",
                                Map.of(
                                        "from",
                                        from,
                                        "to",
                                        to,
                                        "amount",
                                        5,
                                        "pending",
                                        true,
                                        "expiresIn",
                                        "PT1H",
                                        "metadata",
                                        Map.of("a", "b")))
                        .expect(201);
        post("/transfers/" + held.get("id").textValue() + "/void").expect(201);
        patch("/accounts/" + to, "{\"name\":\"Bob\",\"metadata\":{\"a\":\"b\"}}", null).expect(200);
        delete("/accounts/" + from + "?payout=true").expect(204);
        return items("/events?after=" + head.get("sequence").longValue() + ".999999999");
    }

    /** By the type of the event. */
    private Map<String, JsonNode> payloads() {
        Map<String, JsonNode> payloads = new TreeMap<>();
        for (JsonNode message : document.get("components").get("messages")) {
            payloads.put(message.get("name").textValue(), message.get("payload"));
        }
        return payloads;
    }
}
