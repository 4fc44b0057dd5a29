package dev.remit.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that cannot be understood.
 *
 * @see <a href="https://www.jsonrpc.org/specification#error_object">Errors of JSON-RPC</a>
 */
final class RpcError extends RuntimeException {

    static final int UNREADABLE = -32700;

    private static final int INVALID = -32600;
    private static final int UNKNOWN_METHOD = -32601;
    private static final int WRONG_PARAMETERS = -32602;

    private final int code;

    RpcError(int code, String message) {
        // Foreseen, so nobody needs to know where it was thrown.
        super(message, null, false, false);
        this.code = code;
    }

    static RpcError invalid(String message) {
        return new RpcError(INVALID, message);
    }

    static RpcError unknownMethod() {
        return new RpcError(UNKNOWN_METHOD, "There is no such method.");
    }

    static RpcError wrongParameters(String message) {
        return new RpcError(WRONG_PARAMETERS, message);
    }

    /**
     * @param id of the message; null if it could not be read
     */
    JsonNode answer(JsonNode id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("jsonrpc", Message.JSON_RPC).set("id", id);
        answer.putObject("error").put("code", code).put("message", getMessage());
        return answer;
    }
}
