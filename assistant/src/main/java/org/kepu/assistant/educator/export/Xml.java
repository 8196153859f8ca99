package org.kepu.assistant.educator.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kepu.assistant.document.SafeText;

/** Writes XML without checked exceptions: into memory nothing fails. */
final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Xml() {
    writer = call(() -> FACTORY.createXMLStreamWriter(text));
    run(() -> writer.writeStartDocument("UTF-8", "1.0"));
  }

  /** Opens an element with attributes, given as names and values in turn. */
  Xml open(String name, String... attributes) {
    run(() -> writer.writeStartElement(name));
    for (int i = 0; i < attributes.length; i += 2) {
      String attribute = attributes[i];
      String value = SafeText.xml(attributes[i + 1]);
      run(() -> writer.writeAttribute(attribute, value));
    }
    return this;
  }

  Xml close() {
    run(writer::writeEndElement);
    return this;
  }

  Xml text(String words) {
    run(() -> writer.writeCharacters(SafeText.xml(words)));
    return this;
  }

  /** A whole element of text alone. */
  Xml element(String name, String words, String... attributes) {
    return open(name, attributes).text(words).close();
  }

  Xml comment(String words) {
    run(() -> writer.writeComment(SafeText.xml(words).replace("--", "- -")));
    return this;
  }

  /** The document; nothing is written after it. */
  String end() {
    run(writer::writeEndDocument);
    run(writer::close);
    return text.toString();
  }

  private static void run(Writing writing) {
    call(
        () -> {
          writing.write();
          return "";
        });
  }

  private static <T> T call(Giving<T> giving) {
    try {
      return giving.give();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private interface Giving<T> {
    T give() throws XMLStreamException;
  }
}
