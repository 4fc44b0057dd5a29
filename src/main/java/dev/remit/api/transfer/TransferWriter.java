package dev.remit.api.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes a single transfer, which most answers are, in one piece. The framework's own writer makes
 * a stream that lets a large answer wait for a slow caller; setting that up takes as long as it
 * takes to make the JSON of a small one.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class TransferWriter implements ServerMessageBodyWriter<TransferResponse> {

    private final ObjectWriter json;

    TransferWriter(ObjectMapper json) {
        this.json = json.writerFor(TransferResponse.class);
    }

    @Override
    public boolean isWriteable(
            Class<?> type,
            Type genericType,
            ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == TransferResponse.class;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == TransferResponse.class;
    }

    @Override
    public void writeResponse(
            TransferResponse transfer, Type genericType, ServerRequestContext context)
            throws IOException {
        context.serverResponse().end(json.writeValueAsBytes(transfer));
    }

    @Override
    public void writeTo(
            TransferResponse transfer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        json.writeValue(body, transfer);
    }
}
