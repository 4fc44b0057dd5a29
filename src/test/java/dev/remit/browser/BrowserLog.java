package dev.remit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.Logs;

/** What the browser wrote down. */
record BrowserLog(Logs logs) {

    /**
     * A page that says no is one that there is something on. What only a page loads has to be
     * there.
     */
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "\\S+/console(?!/assets)\\S* - Failed to load resource: .* status of 4.*");

    /**
     * @param complaints of scripts, styles and policies, as its console shows them
     * @param requests where to
     */
    record Seen(List<String> complaints, List<String> requests) {}

    /** Since it was read last. */
    Seen read() {
        return new Seen(
                entries(LogType.BROWSER)
                        .filter(message -> !REFUSAL.matcher(message).matches())
                        .toList(),
                entries(LogType.PERFORMANCE)
                        .map(entry -> RemitApi.json(entry).get("message"))
                        .filter(it -> it.get("method").asText().equals("Network.requestWillBeSent"))
                        .map(it -> it.get("params").get("request"))
                        .map(BrowserLog::url)
                        .toList());
    }

    void forget() {
        read();
    }

    private static String url(JsonNode request) {
        return request.get("url").asText();
    }

    private Stream<String> entries(String type) {
        return StreamSupport.stream(logs.get(type).spliterator(), false).map(LogEntry::getMessage);
    }
}
