package dev.remit.api.csv;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.List;

/** The columns of a table are the fields of its rows' JSON: to add a field is to add a column. */
public final class Columns {

    private Columns() {}

    /**
     * @param row what a row is made of
     */
    public static List<String> of(Class<?> row, ObjectMapper json) {
        return json
                .getSerializationConfig()
                .introspect(json.constructType(row))
                .findProperties()
                .stream()
                .map(BeanPropertyDefinition::getName)
                .toList();
    }
}
