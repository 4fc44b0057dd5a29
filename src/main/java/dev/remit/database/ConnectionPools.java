package dev.remit.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The connections of those who read, and the connections of those who post, which nobody else can
 * take away from them.
 */
@ApplicationScoped
public class ConnectionPools {

    /** The name of the data source that commits use; the other one has none. */
    public static final String COMMITS = "commits";

    private final AgroalDataSource reads;
    private final AgroalDataSource commits;

    ConnectionPools(AgroalDataSource reads, @DataSource(COMMITS) AgroalDataSource commits) {
        this.reads = reads;
        this.commits = commits;
    }

    /**
     * For after a lost connection, when every other one leads to the same server that went away:
     * all are replaced, those in use when they come back. The pools themselves see it for class 08
     * only, and for one connection at a time.
     */
    public void replaceConnections() {
        reads.flush(FlushMode.GRACEFUL);
        commits.flush(FlushMode.GRACEFUL);
    }
}
