package dev.remit.api.stream;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What is sent to somebody. To close it does nothing: many things that write close what they write
 * to even when they fail, and then the answer would look complete.
 */
final class PatientStream extends OutputStream {

    private final OutputStream out;
    private final Recipient recipient;
    private boolean hasBegun;
    private boolean isBroken;

    PatientStream(OutputStream out, Recipient recipient) {
        this.out = out;
        this.recipient = recipient;
    }

    /** Whether something may have been sent already. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Whether it was the sending that failed, which is the recipient's affair. */
    boolean isBroken() {
        return isBroken;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        send(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        send(out::flush);
    }

    /** The answer is complete. What is left of it has to be taken, too. */
    void end() throws IOException {
        send(out::close);
    }

    private void send(Recipient.Sending sending) throws IOException {
        hasBegun = true;
        try {
            recipient.waitFor(sending);
        } catch (IOException e) {
            isBroken = true;
            throw e;
        }
    }
}
