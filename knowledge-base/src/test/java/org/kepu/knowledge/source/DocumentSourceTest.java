package org.kepu.knowledge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.parse.DocumentText;

class DocumentSourceTest extends SourceContract {

  private final SortedMap<String, Document> documents = new TreeMap<>();
  private final Source source = new DocumentSource("shelf", () -> List.copyOf(documents.values()));

  @Override
  protected Source source() {
    return source;
  }

  @Override
  protected void put(String name, String sentence) {
    documents.put(name, new DocumentText(name).block(sentence).toDocument(name, Metadata.NONE));
  }

  @Override
  protected void remove(String name) {
    documents.remove(name);
  }

  @Test
  void theStarterCollectionIsSuchASource() {
    Source starter = new DocumentSource("collection", StarterCollection::documents);

    assertThat(starter.list().items()).hasSize(StarterCollection.documents().size());
    assertThat(starter.list().unread()).isEmpty();
  }
}
