package dev.remit.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message as JSON-RPC 2.0 has it.
 *
 * @param id to be repeated by the answer; null if none is wanted
 * @param method null if it answers something, which this service never asks
 * @param parameters an object, which may be empty
 */
record Message(JsonNode id, String method, JsonNode parameters) {

    static final String JSON_RPC = "2.0";

    static Message of(JsonNode json) {
        JsonNode id = json.get("id");
        JsonNode method = json.path("method");
        JsonNode parameters = json.path("params");
        boolean isMessage =
                json.isObject()
                        && JSON_RPC.equals(json.path("jsonrpc").textValue())
                        && (id == null || id.isTextual() || id.isIntegralNumber())
                        && (method.isTextual() || method.isMissingNode())
                        && (parameters.isObject() || parameters.isMissingNode());
        if (!isMessage) {
            throw RpcError.invalid("This is not a single message of JSON-RPC 2.0.");
        }
        return new Message(id, method.textValue(), parameters);
    }

    boolean isNotification() {
        return id == null || method == null;
    }

    JsonNode answer(JsonNode result) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("jsonrpc", JSON_RPC).set("id", id);
        answer.set("result", result);
        return answer;
    }
}
