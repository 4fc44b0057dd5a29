package dev.remit.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * The first packet of a connection, the only one without a type: it asks for a session, or to
 * cancel what another connection is doing.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 *     Formats</a>: StartupMessage, CancelRequest, SSLRequest, GSSENCRequest
 */
record Startup(int code, byte[] body) {

    private static final int CANCEL_REQUEST = 80877102;
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_ENCRYPTION_REQUEST = 80877104;

    private static final int HEAD = 8;

    /**
     * PostgreSQL's own limit, which keeps a stray client of another protocol from filling memory.
     */
    private static final int MOST = 10_000;

    /** Refuses encryption until the client says what it wants without. */
    static Startup negotiate(DataInputStream in, ClientStream client, Patience patience)
            throws IOException {
        while (true) {
            Startup startup = read(in);
            patience.awaitHearing();
            if (!startup.asksForEncryption()) {
                return startup;
            }
            client.refuseEncryption();
        }
    }

    private static Startup read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEAD || length > MOST) {
            throw new StreamCorruptedException("start-up packet of " + length + " bytes");
        }
        int code = in.readInt();
        return new Startup(code, in.readNBytes(length - HEAD));
    }

    private boolean asksForEncryption() {
        return code == SSL_REQUEST || code == GSS_ENCRYPTION_REQUEST;
    }

    /** A CancelRequest is never answered. */
    boolean isAnswered() {
        return code != CANCEL_REQUEST;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(HEAD + body.length);
        out.writeInt(code);
        out.write(body);
    }
}
