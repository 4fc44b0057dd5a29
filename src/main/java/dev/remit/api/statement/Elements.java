package dev.remit.api.statement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of an XML document one after the other. Nothing is closed that was not said
 * to be: a document that is given up has no end.
 */
final class Elements {

    /** That of the JDK, whatever else there is. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** Ends the writing, from wherever it is. */
    private static final class Failed extends RuntimeException {

        private final transient IOException reason;

        Failed(XMLStreamException thrown) {
            super(thrown);
            reason =
                    thrown.getNestedException() instanceof IOException io
                            ? io
                            : new IOException(thrown);
        }
    }

    private interface Step {
        void take() throws XMLStreamException;
    }

    private final XMLStreamWriter xml;

    private Elements(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param namespace of all elements
     * @param content writes what is in the root
     */
    static void write(OutputStream out, String root, String namespace, Consumer<Elements> content)
            throws IOException {
        // A stream of its own encoding would escape what is beyond the basic plane.
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(writer);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            content.accept(new Elements(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new Failed(e).reason;
        } catch (Failed e) {
            throw e.reason;
        }
    }

    /**
     * An element, or several in each other, around a text.
     *
     * @param path their names, parted by slashes
     */
    void text(String path, String text) {
        in(path, () -> characters(text));
    }

    /** The same around an amount of a currency. */
    void amount(String path, String currency, String amount) {
        in(
                path,
                () -> {
                    take(() -> xml.writeAttribute("Ccy", currency));
                    characters(amount);
                });
    }

    /** An element, or several in each other, around something. */
    void in(String path, Runnable content) {
        String[] names = path.split("/");
        for (String name : names) {
            take(() -> xml.writeStartElement(name));
        }
        content.run();
        for (int i = 0; i < names.length; i++) {
            take(xml::writeEndElement);
        }
    }

    /** A reader makes a line feed of a carriage return unless it is written as a reference. */
    private void characters(String text) {
        String[] parts = XmlText.of(text).split("\r", -1);
        take(() -> xml.writeCharacters(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            take(() -> xml.writeEntityRef("#13"));
            take(() -> xml.writeCharacters(part));
        }
    }

    private static void take(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new Failed(e);
        }
    }
}
