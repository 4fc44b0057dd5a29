package dev.remit.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Rows that are JSON objects. The last one may lack its line break: its brace shows that it is all
 * there.
 */
record NdjsonParser(ObjectMapper json) implements RowParser {

    @Override
    public ObjectNode parse(RawRow row) throws RowRefused {
        try {
            if (json.readTree(row.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Nor is it JSON at all.
        }
        throw new RowRefused("The row is not a JSON object, or has a field twice.");
    }
}
