package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A list, page by page, however long it is. */
public final class Pages {

    /** As many as the service gives at once. */
    private static final int LARGEST = 1000;

    private final LedgerClient client;
    private final Query list;
    private final String cursor;
    private String place;
    private long wanted;
    private boolean ended;

    /**
     * @param cursor the name of the parameter that takes a page's {@code next}
     * @param limit how many items are wanted; null for all
     */
    public Pages(LedgerClient client, Query list, String cursor, Long limit) {
        this.client = client;
        this.list = list;
        this.cursor = cursor;
        this.wanted = limit == null ? Long.MAX_VALUE : limit;
        this.ended = wanted == 0;
    }

    public boolean hasNext() {
        return !ended;
    }

    /** A page may be empty, and not be the last one. */
    public List<JsonNode> next() throws CallFailed, InterruptedException {
        JsonNode page =
                client.get(list.with("limit", Math.min(wanted, LARGEST)).with(cursor, place));
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        wanted -= items.size();
        place = page.path("next").textValue();
        ended = place == null || wanted == 0;
        return items;
    }
}
