package dev.remit.devdb;

import dev.remit.database.DatabaseUrl;

/** A database server that this process started, and that ends with it at the latest. */
interface DevServer extends AutoCloseable {

    DatabaseUrl url();

    /** Returns when neither its process nor its folder is left. */
    @Override
    void close();
}
