package dev.remit.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What pages load is loaded once. */
@QuarkusTest
class AssetsTest {

    @Test
    void whatAPageLoadsIsThereForEver() throws IOException {
        for (String address : addresses()) {
            Response plain = get(address, "identity");
            Response small = get(address, "gzip, deflate, br");

            assertThat(plain.statusCode()).as(address).isEqualTo(200);
            assertThat(plain.header("Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
            assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(plain.header("Content-Encoding")).isNull();
            assertThat(plain.contentType())
                    .containsAnyOf("text/javascript", "text/css", "image/svg+xml");
            assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(small.header("ETag")).isNotEqualTo(plain.header("ETag"));
            assertThat(unzipped(small.asByteArray())).isEqualTo(plain.asByteArray());
        }
    }

    @Test
    void whoHasItIsNotSentItAgain() {
        String address = addresses().getFirst();
        Response first = get(address, "identity");

        Response second =
                request("identity").header("If-None-Match", first.header("ETag")).get(address);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.asByteArray()).isEmpty();
    }

    private static List<String> addresses() {
        Document page = new Browser().open("/console").document();
        List<String> addresses = new ArrayList<>(page.select("script[src]").eachAttr("src"));
        addresses.addAll(page.select("link[href]").eachAttr("href"));
        assertThat(addresses).hasSize(7);
        return addresses;
    }

    private static Response get(String address, String encoding) {
        return request(encoding).get(address);
    }

    private static RequestSpecification request(String encoding) {
        return given().config(
                        RestAssuredConfig.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", encoding);
    }

    private static byte[] unzipped(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
