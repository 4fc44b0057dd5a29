package dev.remit.faults;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What the client gets to read: whole messages, and nothing after the end. */
final class ClientStream {

    private final Lock lock = new ReentrantLock();
    private final Socket client;
    private final DataOutputStream out;
    private boolean ended;

    ClientStream(Socket client) throws IOException {
        this.client = client;
        out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
    }

    void refuseEncryption() throws IOException {
        unlessEnded(
                () -> {
                    out.writeByte(Backend.SSL_REFUSED);
                    out.flush();
                });
    }

    void write(Message message) throws IOException {
        unlessEnded(() -> message.write(out));
    }

    void flush() throws IOException {
        unlessEnded(out::flush);
    }

    /**
     * Closes this direction only. Were the socket closed while the client is still sending, its
     * kernel would take the reset as a reason to throw away what it has not read yet: the error
     * message before the end.
     */
    void end() throws IOException {
        unlessEnded(
                () -> {
                    ended = true;
                    out.flush();
                    client.shutdownOutput();
                });
    }

    private void unlessEnded(Writing writing) throws IOException {
        lock.lock();
        try {
            if (!ended) {
                writing.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
