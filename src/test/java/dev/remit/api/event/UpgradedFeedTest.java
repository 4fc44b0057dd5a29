package dev.remit.api.event;

import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.Unusual;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened before there was a feed is in it, too, under the place that it always had. */
@QuarkusTest
@TestProfile(Unusual.class)
class UpgradedFeedTest {

    @Test
    void beginsWithTheFirstCommit() {
        List<JsonNode> events = items("/events?limit=2");

        assertThat(texts(events, "id")).containsExactly("1.1", "1.2", "1.3", "2.1", "3.1", "3.2");
        assertThat(texts(events, "type"))
                .containsExactly(
                        "dev.remit.account.opened",
                        "dev.remit.transfer.posted",
                        "dev.remit.account.opened",
                        "dev.remit.transfer.posted",
                        "dev.remit.transfer.posted",
                        "dev.remit.account.closed");
        assertThat(events)
                .extracting(event -> event.path("actor").textValue())
                .containsExactly(null, null, null, null, "teller-7", "teller-7");
        assertThat(events.getFirst().get("data"))
                .isEqualTo(
                        json(
                                """
                                {"id":"0a000000-0000-4000-8000-000000000000","name":"Ann","currency":"USD",
                                 "minorUnits":2,"createdAt":"2026-01-01T00:00:00.000001Z","overdraft":0,
                                 "frozen":"none","metadata":{}}"""));
        assertThat(events.getLast().get("data"))
                .isEqualTo(json("{\"id\":\"0b000000-0000-4000-8000-000000000000\",\"version\":2}"));
    }

    private static List<String> texts(List<JsonNode> events, String attribute) {
        return events.stream().map(event -> event.get(attribute).textValue()).toList();
    }
}
