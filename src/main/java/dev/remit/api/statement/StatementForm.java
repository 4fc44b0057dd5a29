package dev.remit.api.statement;

import dev.remit.store.Statement;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;

/** A way of writing a statement down. */
interface StatementForm {

    MediaType type();

    /** How the name ends under which a browser keeps it; null if it is to show it. */
    String extension();

    /** Throws a problem if this form has no words for the account. */
    default void check(Statement statement) {}

    /**
     * Writes as it reads. If something fails, what has been written is left as it is: to close its
     * braces or elements would make it look complete.
     */
    void write(StatementResponse statement, OutputStream out) throws IOException;
}
