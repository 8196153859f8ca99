package org.kepu.knowledge.parse.wiki;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * Reads the XML dump of a MediaWiki, article by article, however large it is.
 *
 * <p>Articles are pages of the main name space that are no redirects and name one of the wanted
 * categories themselves; subcategories are wanted by naming them. Each carries its address, its
 * revision and the licence of the wiki's texts.
 */
public final class MediaWikiDump {

  private static final String WIKIPEDIAS_LICENCE = "CC BY-SA 4.0";

  private final FileDescription description;
  private final Set<String> categories;
  private final Limits limits;

  /**
   * @param description what is said of all its articles; an id in it becomes the beginning of
   *     theirs
   * @param categories names without their name space; empty for all articles
   */
  public MediaWikiDump(FileDescription description, Collection<String> categories, Limits limits) {
    this.description = description;
    this.categories = Set.copyOf(categories);
    this.limits = limits;
  }

  /**
   * Hands over the wanted articles, in the order of the dump. An article that is too long is
   * quarantined, and so is what follows where the XML is damaged.
   *
   * @param path names the dump in what is quarantined
   */
  public void read(String path, InputStream xml, Consumer<ParseResult> articles) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(xml);
      if (reader.nextTag() != XMLStreamConstants.START_ELEMENT
          || !reader.getLocalName().equals("mediawiki")) {
        articles.accept(
            new Quarantined(path, QuarantineReason.UNSUPPORTED, "不是 MediaWiki 导出的 XML"));
        return;
      }
      read(path, reader, articles);
    } catch (XMLStreamException e) {
      articles.accept(
          new Quarantined(path, QuarantineReason.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private void read(String path, XMLStreamReader reader, Consumer<ParseResult> articles)
      throws XMLStreamException {
    Site site = new Site("wiki", "");
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "siteinfo" -> site = site(reader);
        case "page" -> {
          WikiPage page = WikiPage.read(reader, limits.characters());
          if (page.article() && wanted(page)) {
            articles.accept(article(path, site, page));
          }
        }
        default -> {}
      }
    }
  }

  private boolean wanted(WikiPage page) {
    return categories.isEmpty()
        || Wikitext.categories(page.text()).stream().anyMatch(categories::contains);
  }

  private ParseResult article(String path, Site site, WikiPage page) {
    String name = path + "#" + page.title();
    if (page.tooLong()) {
      return new Quarantined(name, QuarantineReason.TOO_LONG, "超过 " + limits.characters() + " 字");
    }
    DocumentText text = new DocumentText(page.title());
    if (!Wikitext.write(page.text(), text)) {
      return new Quarantined(name, QuarantineReason.EMPTY, "");
    }
    FileDescription described =
        new FileDescription(
                Objects.requireNonNullElse(description.id(), site.name()) + "-" + page.id(),
                null,
                null,
                null,
                null,
                null,
                List.of(
                    "%s，修订版本 %s，%s"
                        .formatted(site.address(page.title()), page.revision(), page.timestamp())),
                null,
                null,
                null,
                null,
                null,
                null)
            .orElse(description)
            .orElse(site.licence());
    Document document = text.toDocument(described.idFor(name), described.metadataFor(name));
    return new Parsed(document, List.of());
  }

  private static Site site(XMLStreamReader reader) throws XMLStreamException {
    String name = "wiki";
    String base = "";
    while (reader.next() != XMLStreamConstants.END_ELEMENT
        || !reader.getLocalName().equals("siteinfo")) {
      if (reader.isStartElement() && reader.getLocalName().equals("dbname")) {
        name = reader.getElementText().strip();
      } else if (reader.isStartElement() && reader.getLocalName().equals("base")) {
        base = reader.getElementText().strip();
      }
    }
    return new Site(name, base);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // The platform counts every &lt; of a dump towards these; without a DTD there are no others.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    return factory;
  }

  /**
   * Where the dump is from.
   *
   * @param name its database's, such as {@code zhwiki}
   * @param base the address of its main page; may be empty
   */
  private record Site(String name, String base) {

    String address(String title) {
      String page = title.replace(' ', '_');
      return base.isEmpty() ? page : base.substring(0, base.lastIndexOf('/') + 1) + page;
    }

    FileDescription licence() {
      boolean wikipedia = base.matches("https?://[a-z-]+\\.wikipedia\\.org/.*");
      return new FileDescription(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          wikipedia ? WIKIPEDIAS_LICENCE : null,
          null,
          null,
          null,
          null,
          null);
    }
  }
}
