package dev.remit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The commits in order of sequence, so many at a time that their events fit into memory whatever
 * the number of events in a commit. So how many there are is asked first, for many commits at once.
 */
final class CommitRows {

    private record Size(long sequence, int events) {}

    private static final String SIZES = "SELECT sequence, length(events) FROM commits";

    private static final PagedQuery<Size> ALL_SIZES =
            new PagedQuery<>(
                    SIZES + " ORDER BY sequence LIMIT ?",
                    SIZES + " WHERE sequence > ? ORDER BY sequence LIMIT ?",
                    1,
                    row -> new Size(row.getLong(1), Math.max(1, row.getInt(2))));

    private static final String BETWEEN =
            "SELECT "
                    + CommitRow.COLUMNS
                    + " FROM commits WHERE sequence BETWEEN ? AND ? ORDER BY sequence";

    private final Connection connection;
    private final int chunkSize;
    private final Pages<Size> sizes;
    private long rows;

    /**
     * @param chunkSize how many events are enough; the last commit may exceed it
     */
    CommitRows(Connection connection, int chunkSize) {
        this.connection = connection;
        this.chunkSize = chunkSize;
        this.sizes = new Pages<>(connection, ALL_SIZES, chunkSize);
    }

    /** The next ones; none at the end. */
    List<CommitRow> next() throws SQLException, InterruptedException {
        Size last = sizes.take();
        if (last == null) {
            return List.of();
        }
        long first = last.sequence();
        long events = last.events();
        while (events < chunkSize && sizes.head() != null) {
            last = sizes.take();
            events += last.events();
        }
        return read(first, last.sequence());
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }

    private List<CommitRow> read(long first, long last) throws SQLException {
        List<CommitRow> commits = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    commits.add(CommitRow.read(row));
                }
            }
        }
        rows += commits.size();
        return commits;
    }
}
