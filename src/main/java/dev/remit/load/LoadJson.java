package dev.remit.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The result as one JSON object, for programs. */
public final class LoadJson {

    private LoadJson() {}

    public static String write(LoadResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            options(json, result.options());
            traffic(json, result.traffic());
            if (result.books() == null) {
                json.writeNullField("books");
            } else {
                books(json, result.books());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void options(JsonGenerator json, LoadOptions options) throws IOException {
        json.writeArrayFieldStart("urls");
        for (URI url : options.urls()) {
            json.writeString(url.toString());
        }
        json.writeEndArray();
        json.writeNumberField("accounts", options.accounts());
        json.writeNumberField("callers", options.callers());
        json.writeNumberField("hot", options.hot());
        json.writeNumberField("skew", options.skew());
        json.writeNumberField("seed", options.seed());
    }

    private static void traffic(JsonGenerator json, TrafficResult traffic) throws IOException {
        json.writeNumberField("warmUpSeconds", traffic.warmUp().toNanos() / 1e9);
        json.writeNumberField("seconds", traffic.duration().toNanos() / 1e9);
        json.writeBooleanField("interrupted", traffic.interrupted());
        json.writeNumberField("acknowledged", traffic.acknowledged());
        json.writeNumberField("perSecond", traffic.perSecond());
        TrafficResult.Latency latency = traffic.latency();
        json.writeObjectFieldStart("latencyMillis");
        json.writeNumberField("p50", latency.p50());
        json.writeNumberField("p90", latency.p90());
        json.writeNumberField("p99", latency.p99());
        json.writeNumberField("p999", latency.p999());
        json.writeNumberField("max", latency.max());
        json.writeEndObject();
        json.writeObjectFieldStart("problems");
        for (Map.Entry<String, Long> each : new TreeMap<>(traffic.problems()).entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("connectionErrors", traffic.connectionErrors());
        json.writeNumberField("timeouts", traffic.timeouts());
        json.writeNumberField("unknown", traffic.unknown());
    }

    private static void books(JsonGenerator json, BookResult books) throws IOException {
        json.writeObjectFieldStart("books");
        json.writeBooleanField("balanced", books.balanced());
        json.writeNumberField("accounts", books.accounts());
        json.writeNumberField("postings", books.postings());
        json.writeNumberField("paidIn", books.paidIn());
        json.writeNumberField("total", books.total());
        json.writeNumberField("faults", books.faults());
        json.writeArrayFieldStart("findings");
        for (String finding : books.findings()) {
            json.writeString(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
