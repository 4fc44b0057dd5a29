package dev.remit.api.export;

import java.io.IOException;

/** Writes rows, which are whatever JSON can be made of. */
interface RowWriter {

    void write(Object row) throws IOException;

    /** The last one has been written. */
    void end() throws IOException;
}
