package dev.remit.api.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes rows, which are whatever JSON can be made of. */
interface RowWriter {

    /** What stands before the first one. */
    void begin(OutputStream out) throws IOException;

    void write(Object row, OutputStream out) throws IOException;
}
