package dev.remit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A query whose rows are read page by page, in the order of a key that is its first columns.
 *
 * @param first of the first page; its parameter is the number of rows
 * @param next of the others; its parameters are the key of the last row and the number of rows
 * @param keyColumns how many columns the key has
 * @param reader makes something of a row, null if there is nothing to be made of it
 */
record PagedQuery<T>(String first, String next, int keyColumns, RowReader<T> reader) {

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
