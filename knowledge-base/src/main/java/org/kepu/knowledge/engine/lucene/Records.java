package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.kepu.knowledge.index.PassageJson;
import org.kepu.knowledge.passage.Passage;

/**
 * The records of passages, each on its document. They are not compressed: a search looks at a
 * hundred of them, anywhere in the index, and what is compressed is unpacked with its neighbours.
 */
final class Records {

  private Records() {}

  static IndexableField field(Passage passage) {
    return new BinaryDocValuesField(Fields.PASSAGE, new BytesRef(PassageJson.bytes(passage)));
  }

  /**
   * The passage of a document of this segment.
   *
   * @param document its number there; that of a passage
   */
  static Passage read(LeafReader segment, int document) throws IOException {
    BinaryDocValues records = segment.getBinaryDocValues(Fields.PASSAGE);
    if (records == null || !records.advanceExact(document)) {
      String stored =
          segment.storedFields().document(document, Set.of(Fields.PASSAGE)).get(Fields.PASSAGE);
      return PassageJson.read(
          Objects.requireNonNull(stored, "A passage's document holds its record"));
    }
    BytesRef json = records.binaryValue();
    return PassageJson.read(json.bytes, json.offset, json.length);
  }
}
