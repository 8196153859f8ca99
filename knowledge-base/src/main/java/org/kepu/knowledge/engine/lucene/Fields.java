package org.kepu.knowledge.engine.lucene;

import java.util.Set;

/** Names of the fields in the index, and the version of their layout. */
final class Fields {

  /** Changes whenever an index written before cannot be read as one written now. */
  static final String LAYOUT = "lucene/6";

  /** Layouts that can still be asked while a new generation is built, though less can be found. */
  static final Set<String> READABLE = Set.of(LAYOUT, "lucene/5", "lucene/4", "lucene/3");

  /** The readable layout whose generations have no manifest. */
  static final String UNLISTED = "lucene/3";

  /** Title, aliases, heading and text, for BM25. */
  static final String CONTENT = "content";

  /** A window's vector; on a window's document. */
  static final String VECTOR = "vector";

  /** The passage's id; on a passage's document, which follows those of its windows. */
  static final String ID = "id";

  /** The id and the version of a passage's document; on its document. Not in lucene/3. */
  static final String DOCUMENT = "document";

  /** On a variant's document, which has no other key: the section whose place it takes. */
  static final String VARIANT_OF = "variantOf";

  /** On the last document of each block, by which Lucene knows where one ends. */
  static final String BLOCK = "parent";

  /** The passage's record, as JSON; up to lucene/4 a stored field, which is kept compressed. */
  static final String PASSAGE = "passage";

  private Fields() {}
}
