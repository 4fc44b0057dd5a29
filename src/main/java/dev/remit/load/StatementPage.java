package dev.remit.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A page of {@code GET /accounts/{id}/transfers}.
 *
 * @param next where the next page begins, or null if this is the last
 */
record StatementPage(List<Posting> items, String next) {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * A posting as one account saw it.
     *
     * @param amount negative for a debit
     * @param balance after it
     * @param counterparty null for a deposit or a withdrawal
     */
    record Posting(long version, long amount, long balance, UUID counterparty, UUID transfer) {}

    /** Of {@code GET /accounts/{id}}, as far as it is checked. */
    record Account(long balance, long version) {}

    /**
     * @throws IOException if it is not JSON, or a number or an id is not what it should be
     */
    static StatementPage read(byte[] json) throws IOException {
        List<Posting> items = new ArrayList<>();
        String next = null;
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if ("items".equals(name)) {
                    expect(value == JsonToken.START_ARRAY, parser);
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        items.add(posting(parser));
                    }
                } else if ("next".equals(name) && value != JsonToken.VALUE_NULL) {
                    next = parser.getText();
                }
            }
        }
        return new StatementPage(items, next);
    }

    /**
     * @throws IOException as {@link #read}
     */
    static Account account(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser);
            Posting read = posting(parser);
            return new Account(read.balance(), read.version());
        }
    }

    /** Reads the fields that it knows, up to the end of the object. */
    private static Posting posting(JsonParser parser) throws IOException {
        long version = -1;
        long amount = 0;
        long balance = -1;
        UUID counterparty = null;
        UUID transfer = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "version" -> version = parser.getLongValue();
                case "amount" -> amount = parser.getLongValue();
                case "balance" -> balance = parser.getLongValue();
                case "counterparty" -> counterparty = uuid(parser, value);
                case "transfer" -> transfer = uuid(parser, value);
                default -> parser.skipChildren();
            }
        }
        expect(version >= 0 && balance >= 0, parser);
        return new Posting(version, amount, balance, counterparty, transfer);
    }

    private static UUID uuid(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return UUID.fromString(parser.getText());
        } catch (IllegalArgumentException e) {
            throw new IOException("not a UUID: " + parser.getText(), e);
        }
    }

    private static void expect(boolean condition, JsonParser parser) throws IOException {
        if (!condition) {
            throw new IOException(
                    "unexpected JSON at " + parser.currentLocation().offsetDescription());
        }
    }
}
