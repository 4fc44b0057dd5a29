package dev.remit;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.metrics;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {

    @Test
    void hasStarted() {
        assertThat(get("/q/health/started").expect(200).get("status").textValue()).isEqualTo("UP");
    }

    @Test
    void isAlive() {
        JsonNode health = get("/q/health/live").expect(200);

        assertThat(health.get("status").textValue()).isEqualTo("UP");
    }

    @Test
    void isReadyWhenTheDatabaseAnswers() {
        JsonNode health = get("/q/health/ready").expect(200);

        assertThat(health.get("status").textValue()).isEqualTo("UP");
        assertThat(health.get("checks"))
                .allSatisfy(check -> assertThat(check.get("status").textValue()).isEqualTo("UP"))
                .extracting(check -> check.get("name").textValue())
                .containsExactlyInAnyOrder("database", "edge");
    }

    @Test
    void countsWhatIsPostedAndRejected() {
        double postings = metric("remit_postings_total ");
        double rejections = metric("remit_rejections_total{slug=\"insufficient-funds\"");

        var from = account(10);
        var to = account(0);
        transfer(from, to, 10).expect(201);
        transfer(from, to, 1).expect(422);

        assertThat(metric("remit_postings_total ")).isEqualTo(postings + 2);
        assertThat(metric("remit_rejections_total{slug=\"insufficient-funds\""))
                .isEqualTo(rejections + 1);
    }

    @Test
    void measuresBatchesAndTheQueue() {
        transfer(account(1), account(0), 1).expect(201);

        assertThat(metrics())
                .contains(
                        "remit_batch_size_count ",
                        "remit_batch_commit_seconds_count ",
                        "remit_batch_commit_seconds_bucket{",
                        "remit_queue_wait_seconds_count ",
                        "remit_queue_wait_seconds_bucket{",
                        "remit_queue_depth ",
                        "remit_queue_capacity 20000.0");
    }

    /** A counter that appears with its first event does not grow by it for whoever watches. */
    @Test
    void countsFromNothingWhatAlertsWatch() {
        assertThat(metrics())
                .contains(
                        "remit_outcomes_unknown_total ",
                        "remit_committer_defects_total ",
                        "remit_retries_total{sqlstate=\"40001\"",
                        "remit_rejections_total{slug=\"overloaded\"",
                        "remit_rejections_total{slug=\"database-unavailable\"");
    }

    @Test
    void showsItsDocumentAsAPage() {
        String page =
                given().get("/q/swagger-ui/").then().statusCode(200).extract().body().asString();

        assertThat(page).contains("<title>Remit</title>", "/q/openapi");
    }

    /**
     * 0 if there is no such meter yet.
     *
     * @param start of the meter's line: its name, and its labels if it has some
     */
    private static double metric(String start) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
