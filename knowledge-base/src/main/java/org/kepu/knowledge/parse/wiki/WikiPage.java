package org.kepu.knowledge.parse.wiki;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of a dump in its last revision.
 *
 * @param id its number in its wiki
 * @param article whether it stands in the main name space and is no redirect
 * @param text its wikitext; empty if it is too long
 * @param tooLong whether it is longer than was asked for
 */
record WikiPage(
    String id,
    String title,
    boolean article,
    String revision,
    String timestamp,
    String text,
    boolean tooLong) {

  /** Reads the page whose start tag {@code reader} stands on; leaves it on the end tag. */
  static WikiPage read(XMLStreamReader reader, int longest) throws XMLStreamException {
    String id = "";
    String title = "";
    String revision = "";
    String timestamp = "";
    String space = "0";
    boolean redirect = false;
    boolean inRevision = false;
    Content text = new Content("", false);
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("page")) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "title" -> title = content(reader, longest).text();
        case "ns" -> space = content(reader, longest).text();
        case "redirect" -> redirect = true;
        case "revision" -> {
          inRevision = true;
          revision = "";
        }
        // A contributor has an id, too; it comes after the revision's.
        case "id" -> {
          String number = content(reader, longest).text();
          if (!inRevision) {
            id = number;
          } else if (revision.isEmpty()) {
            revision = number;
          }
        }
        case "timestamp" -> timestamp = content(reader, longest).text();
        case "text" -> text = content(reader, longest);
        default -> {}
      }
    }
    boolean article = space.equals("0") && !redirect && !title.isBlank();
    return new WikiPage(id, title, article, revision, timestamp, text.text(), text.tooLong());
  }

  private static Content content(XMLStreamReader reader, int longest) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          tooLong |= text.length() + reader.getTextLength() > longest;
          if (!tooLong) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          }
        }
        default -> {}
      }
    }
    return tooLong ? new Content("", true) : new Content(text.toString(), false);
  }

  private record Content(String text, boolean tooLong) {}
}
