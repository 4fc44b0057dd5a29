package dev.remit.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A path of the API with its parameters.
 *
 * @param text as it stands in a request
 */
public record Query(String text) {

    public static Query of(String path) {
        return new Query(path);
    }

    /**
     * @param value null if the parameter is to be left out
     */
    public Query with(String name, Object value) {
        if (value == null) {
            return this;
        }
        String encoded =
                URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Query(text + (text.indexOf('?') < 0 ? '?' : '&') + name + '=' + encoded);
    }

    /** The same parameter several times, or not at all. */
    public Query withAll(String name, List<?> values) {
        Query query = this;
        for (Object value : values) {
            query = query.with(name, value);
        }
        return query;
    }

    @Override
    public String toString() {
        return text;
    }
}
