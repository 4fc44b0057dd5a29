package dev.remit.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One message of the frontend/backend protocol, version 3: a type, and a body that the length word
 * on the wire counts together with itself.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 *     Formats</a>
 */
record Message(char type, byte[] body) {

    private static final int LENGTH_WORD = 4;

    /** Blocks until a whole message is there. */
    static Message read(DataInputStream in) throws IOException {
        char type = (char) in.readUnsignedByte();
        int length = in.readInt() - LENGTH_WORD;
        if (length < 0) {
            throw new StreamCorruptedException("message " + type + " of negative length");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("in the middle of message " + type);
        }
        return new Message(type, body);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + LENGTH_WORD);
        out.write(body);
    }

    /** The zero-terminated string that begins at this place of the body. */
    String string(int start) {
        int end = start;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return new String(body, start, end - start, StandardCharsets.UTF_8);
    }

    /** The second of the two strings that a Parse or Bind begins with. */
    String secondString() {
        int end = 0;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return string(end + 1);
    }

    /**
     * A message of strings, single bytes (Character), and numbers of 16 (Short) and 32 bits
     * (Integer).
     */
    static Message of(char type, Object... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        try {
            for (Object field : fields) {
                switch (field) {
                    case Character one -> out.writeByte(one);
                    case Short number -> out.writeShort(number);
                    case Integer number -> out.writeInt(number);
                    default -> {
                        out.write(field.toString().getBytes(StandardCharsets.UTF_8));
                        out.writeByte(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Message(type, body.toByteArray());
    }
}
