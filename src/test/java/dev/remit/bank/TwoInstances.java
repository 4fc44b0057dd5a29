package dev.remit.bank;

import dev.remit.Packaged;
import java.io.IOException;
import java.util.Map;

/**
 * Two instances of the service on one database, and somebody who calls either of them. They start
 * together.
 */
record TwoInstances(
        OwnDatabase database,
        int port,
        RemitProcess one,
        RemitProcess other,
        RemitClient here,
        RemitClient there)
        implements AutoCloseable {

    static TwoInstances start(OwnDatabase database) throws IOException {
        return start(database, Map.of());
    }

    /**
     * @param environment of both, besides what names the database and the port
     */
    static TwoInstances start(OwnDatabase database, Map<String, String> environment)
            throws IOException {
        int port = Packaged.freePort();
        int otherPort = Packaged.freePort();
        TwoInstances instances =
                new TwoInstances(
                        database,
                        port,
                        RemitProcess.start(database, port, environment),
                        RemitProcess.start(database, otherPort, environment),
                        new RemitClient(RemitProcess.service(port)),
                        new RemitClient(RemitProcess.service(otherPort)));
        try {
            instances.one.awaitReady();
            instances.other.awaitReady();
            return instances;
        } catch (RuntimeException e) {
            instances.close();
            throw e;
        }
    }

    /** The first one once more, where it was. */
    RemitProcess startAgain() throws IOException {
        return RemitProcess.start(database, port).awaitReady();
    }

    @Override
    public void close() {
        here.close();
        there.close();
        one.close();
        other.close();
    }
}
