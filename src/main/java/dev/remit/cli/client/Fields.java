package dev.remit.cli.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is to say of one thing, a line each. */
final class Fields {

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param value null or empty if there is nothing to say
     */
    Fields with(String name, String value) {
        if (value != null && !value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    List<String> lines() {
        int widest = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        return values.entrySet().stream()
                .map(field -> TextWidth.left(field.getKey(), widest) + "  " + field.getValue())
                .toList();
    }
}
