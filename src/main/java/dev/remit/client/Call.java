package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A request, which may be sent more than once.
 *
 * @param body null if it has none
 * @param writes whether it would change anything
 */
record Call(String method, String path, JsonNode body, boolean writes) {

    String contentType() {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    BodyPublisher content() {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    }
}
