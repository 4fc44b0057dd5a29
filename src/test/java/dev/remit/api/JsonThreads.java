package dev.remit.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import com.fasterxml.jackson.core.io.OutputDecorator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which threads read and write much JSON. Exists in tests only. */
@Singleton
public class JsonThreads implements ObjectMapperCustomizer {

    private static final int MUCH = 64 * 1024;
    private static final Set<String> READERS = ConcurrentHashMap.newKeySet();
    private static final Set<String> WRITERS = ConcurrentHashMap.newKeySet();

    static Set<String> readers() {
        return READERS;
    }

    static Set<String> writers() {
        return WRITERS;
    }

    static void forget() {
        READERS.clear();
        WRITERS.clear();
    }

    /** After the service's own. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // a builder is of no use: the factory is there already
    public void customize(ObjectMapper mapper) {
        JsonFactory factory = mapper.getFactory();
        factory.setInputDecorator(new Reading(factory.getInputDecorator()))
                .setOutputDecorator(new Writing());
    }

    private static final class Reading extends InputDecorator {

        private static final long serialVersionUID = 1L;

        private final InputDecorator next;

        Reading(InputDecorator next) {
            this.next = next;
        }

        @Override
        public InputStream decorate(IOContext context, InputStream in) throws IOException {
            if (in.available() > MUCH) {
                READERS.add(Thread.currentThread().getName());
            }
            return next.decorate(context, in);
        }

        @Override
        public InputStream decorate(IOContext context, byte[] bytes, int offset, int length)
                throws IOException {
            return next.decorate(context, bytes, offset, length);
        }

        @Override
        public Reader decorate(IOContext context, Reader characters) throws IOException {
            return next.decorate(context, characters);
        }
    }

    private static final class Writing extends OutputDecorator {

        private static final long serialVersionUID = 1L;

        @Override
        public OutputStream decorate(IOContext context, OutputStream out) {
            return new Counted(out);
        }

        @Override
        public Writer decorate(IOContext context, Writer characters) {
            return characters;
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            if (count > MUCH) {
                WRITERS.add(Thread.currentThread().getName());
            }
            out.write(bytes, offset, length);
        }
    }
}
