package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * JSON between systems is UTF-8 (RFC 8259, section 8.1). Jackson guesses UTF-16 and UTF-32 as well,
 * and reads overlong forms, by which the same text has several spellings.
 */
class Utf8Only extends InputDecorator {

    private static final long serialVersionUID = 1L;

    private static final int PIECE = 4096;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        return decorate(context, bytes, 0, bytes.length);
    }

    @Override
    public InputStream decorate(IOContext context, byte[] bytes, int offset, int length)
            throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        // Nobody wants the characters, which would need twice as much memory as the bytes.
        CharBuffer out = CharBuffer.allocate(Math.min(length, PIECE));
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            result = decoder.decode(in, out.clear(), true);
        }
        if (result.isError()) {
            throw notUtf8();
        }
        for (int i = offset; i < offset + length; i++) {
            // Not in any JSON text, and in every one that is UTF-16 or UTF-32.
            if (bytes[i] == 0) {
                throw notUtf8();
            }
        }
        return new ByteArrayInputStream(bytes, offset, length);
    }

    @Override
    public Reader decorate(IOContext context, Reader characters) {
        return characters;
    }

    private static JsonParseException notUtf8() {
        return new JsonParseException(null, "not UTF-8");
    }
}
