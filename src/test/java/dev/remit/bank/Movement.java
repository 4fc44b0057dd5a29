package dev.remit.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A posted transfer, as an answer tells it or as the journal does: one equals the other. */
public record Movement(
        UUID id,
        UUID from,
        UUID to,
        long amount,
        String reference,
        Instant createdAt,
        long sequence,
        Long fromBalance,
        Long fromVersion,
        Long toBalance,
        Long toVersion) {

    private static final String JOURNAL =
            "SELECT id, from_account, to_account, amount, reference, created_at, sequence,"
                    + " from_balance, from_version, to_balance, to_version FROM transfers";

    static Movement of(JsonNode json) {
        return new Movement(
                uuid(json, "id"),
                uuid(json, "from"),
                uuid(json, "to"),
                json.get("amount").longValue(),
                json.get("reference").textValue(),
                Instant.parse(json.get("createdAt").textValue()),
                json.get("sequence").longValue(),
                number(json, "fromBalance"),
                number(json, "fromVersion"),
                number(json, "toBalance"),
                number(json, "toVersion"));
    }

    /** The whole journal, in no order. */
    public static List<Movement> journal(Connection connection) throws SQLException {
        List<Movement> journal = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(JOURNAL)) {
            while (row.next()) {
                journal.add(
                        new Movement(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getLong(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getLong(7),
                                row.getObject(8, Long.class),
                                row.getObject(9, Long.class),
                                row.getObject(10, Long.class),
                                row.getObject(11, Long.class)));
            }
        }
        return journal;
    }

    private static UUID uuid(JsonNode json, String field) {
        return json.get(field).isNull() ? null : UUID.fromString(json.get(field).textValue());
    }

    private static Long number(JsonNode json, String field) {
        return json.get(field).isNull() ? null : Long.valueOf(json.get(field).longValue());
    }
}
