package dev.remit.api.stream;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Begins answers that are not over when this returns. */
@Provider
@Produces(MediaType.SERVER_SENT_EVENTS)
public class LiveAnswerWriter implements ServerMessageBodyWriter<LiveAnswer> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return LiveAnswer.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return LiveAnswer.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(LiveAnswer answer, Type generic, ServerRequestContext context) {
        answer.begin();
    }

    @Override
    public void writeTo(
            LiveAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("it has no end that could be waited for");
    }
}
