package org.kepu.knowledge.source;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.ParseResult.Parsed;

/** Documents that are there already, as those that travel with the product. */
public final class DocumentSource implements Source {

  private final String name;
  private final Supplier<List<Document>> documents;

  /**
   * @param documents asked at each look; each id once
   */
  public DocumentSource(String name, Supplier<List<Document>> documents) {
    this.name = name;
    this.documents = documents;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String glance() {
    return Hash.of(documents.get().stream().map(Document::version).sorted().toList());
  }

  @Override
  public Listing list() {
    return new Listing(
        documents.get().stream()
            .sorted(Comparator.comparing(Document::id))
            .map(
                document ->
                    new Item(
                        document.id(), document.version(), () -> new Parsed(document, List.of())))
            .toList(),
        List.of());
  }
}
