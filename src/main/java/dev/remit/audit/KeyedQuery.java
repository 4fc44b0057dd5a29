package dev.remit.audit;

import dev.remit.audit.PagedQuery.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A query for rows of a table whose key is an account and a number that counts its rows. */
record KeyedQuery<R>(String sql, RowReader<R> reader) {

    /**
     * @param number the second column of the key
     * @param columns what is read
     */
    static <R> KeyedQuery<R> of(String table, String number, String columns, RowReader<R> reader) {
        return new KeyedQuery<>(
                """
                SELECT %s FROM ROWS FROM (unnest(?::uuid[]), unnest(?::int8[])) AS wanted (id, number)
                JOIN %s ON account = wanted.id AND %s = wanted.number"""
                        .formatted(columns, table, number),
                reader);
    }

    /**
     * Those that there are; of a key there may be more than one where no constraint prevents it.
     */
    List<R> read(Connection connection, Stream<UUID> accounts, LongStream numbers)
            throws SQLException {
        List<R> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            statement.setArray(2, connection.createArrayOf("int8", numbers.boxed().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }
}
