package dev.remit.api.mcp;

import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unless it is switched on, there is nothing that assistants could ask. */
@QuarkusTest
class NoMcpTest {

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/%6dcp", "/mcp/sse"})
    void thePathIsNotThere(String path) {
        Answer answer = post(path, Map.of("jsonrpc", "2.0", "id", 1, "method", "ping"));

        answer.expectProblem(404, "not-found");
    }

    @Test
    void itLooksLikeAnyOtherPath() {
        assertThat(get("/mcp").expectProblem(404, "not-found"))
                .isEqualTo(get("/nothing").expectProblem(404, "not-found"));
        assertThat(get("/mcp").response().headers().asList().toString())
                .isEqualTo(get("/nothing").response().headers().asList().toString());
    }
}
