package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A list goes on where it has to end. */
public class TooManyItemsException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    TooManyItemsException(JsonParser parser, int limit) {
        super(parser, "must not have more than " + limit + " items");
    }
}
