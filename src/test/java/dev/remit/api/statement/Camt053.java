package dev.remit.api.statement;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * What makes a camt.053 valid. The message's own schema comes with no library that was found, so
 * there are two others instead: the structure as the library's classes have it (which elements
 * there are, where, how often and with which codes), and the profile, which adds how long each text
 * may be and what a number or a currency looks like.
 */
final class Camt053 {

    private static final Schema PROFILE = profile();
    private static final Schema STRUCTURE = structure();

    private Camt053() {}

    static void assertValid(String xml) {
        for (Schema schema : List.of(PROFILE, STRUCTURE)) {
            try {
                schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            } catch (SAXException | IOException e) {
                throw new AssertionError(e.getMessage() + " in " + xml, e);
            }
        }
    }

    private static Schema profile() {
        return schema(
                new StreamSource(
                        Camt053.class.getResource("camt.053.001.08-profile.xsd").toString()));
    }

    /** The library's classes are those of many messages, and so in the namespace of none. */
    private static Schema structure() {
        try {
            Classes classes = new Classes();
            JAXBContext.newInstance(MxCamt05300108.class).generateSchema(classes);
            String schema =
                    classes.withoutNamespace()
                            .replaceFirst(
                                    "<xs:schema ",
                                    "<xs:schema targetNamespace=\"%1$s\" xmlns=\"%1$s\" elementFormDefault=\"qualified\" "
                                            .formatted(StatementXml.NAMESPACE))
                            .replaceFirst(
                                    "</xs:schema>",
                                    "<xs:element name=\"Document\" type=\"Document\"/></xs:schema>");
            return schema(new StreamSource(new StringReader(schema)));
        } catch (JAXBException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema(StreamSource source) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(source);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the schemas that are made from classes, one for each namespace. */
    private static final class Classes extends SchemaOutputResolver {

        private record Part(String namespace, StringWriter text) {}

        private final List<Part> parts = new ArrayList<>();

        @Override
        public Result createOutput(String namespace, String suggestedName) {
            Part part = new Part(namespace, new StringWriter());
            parts.add(part);
            StreamResult result = new StreamResult(part.text());
            result.setSystemId(suggestedName);
            return result;
        }

        String withoutNamespace() {
            return parts.stream()
                    .filter(part -> part.namespace().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .text()
                    .toString();
        }
    }
}
