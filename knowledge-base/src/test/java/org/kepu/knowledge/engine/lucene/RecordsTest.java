package org.kepu.knowledge.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.index.PassageJson;
import org.kepu.knowledge.passage.Passage;

class RecordsTest {

  private static final Passage MILU =
      new Passage(
          "milu#0",
          "milu",
          "sha256:0",
          "麋鹿",
          List.of("四不像"),
          "麋鹿吃什么？",
          List.of(),
          new Span(0, 4),
          "吃青草。",
          List.of("garden"),
          new Role.Advice(List.of("被鹿踢了"), List.of()),
          LocalDate.of(2027, 1, 1));

  @Test
  void aPassageIsReadAsItWasWritten() throws IOException {
    Document document = new Document();
    document.add(Records.field(MILU));

    assertThat(readBack(document)).isEqualTo(MILU);
  }

  @Test
  void aPassageOfAnOlderLayoutIsReadToo() throws IOException {
    Document document = new Document();
    document.add(new StoredField(Fields.PASSAGE, PassageJson.write(MILU)));

    assertThat(readBack(document)).isEqualTo(MILU);
  }

  /** From the second document of a segment. */
  private static Passage readBack(Document document) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocuments(List.of(new Document(), document));
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader segment = reader.leaves().getFirst().reader();
        return Records.read(segment, 1);
      }
    }
  }
}
