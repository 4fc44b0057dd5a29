package dev.remit.api.mcp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of a tool.
 *
 * @param schema what its arguments may be, as JSON Schema has it
 */
record Parameter(String name, boolean isRequired, Map<String, Object> schema) {

    static Parameter text(String name, String about) {
        return of(name, about, Map.of("type", "string"));
    }

    static Parameter id(String name, String about) {
        return of(name, about, Map.of("type", "string", "format", "uuid"));
    }

    static Parameter time(String name, String about) {
        return of(
                name,
                about + " ISO 8601 with an offset, such as 2026-11-22T13:33:07Z.",
                Map.of("type", "string", "format", "date-time"));
    }

    static Parameter choice(String name, String about, String... choices) {
        return of(name, about, Map.of("type", "string", "enum", List.of(choices)));
    }

    static Parameter number(String name, String about, long least, long most) {
        return of(name, about, Map.of("type", "integer", "minimum", least, "maximum", most));
    }

    /** The same, which has to be given. */
    Parameter required() {
        return new Parameter(name, true, schema);
    }

    private static Parameter of(String name, String about, Map<String, Object> type) {
        Map<String, Object> schema = new TreeMap<>(type);
        schema.put("description", about);
        return new Parameter(name, false, schema);
    }
}
