package org.kepu.knowledge.engine.lucene;

import org.kepu.knowledge.passage.Passage;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A passage's record as the index stores it. */
final class PassageJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader READER = JSON.readerFor(Passage.class);
  private static final ObjectWriter WRITER = JSON.writerFor(Passage.class);

  private PassageJson() {}

  static String write(Passage passage) {
    return WRITER.writeValueAsString(passage);
  }

  static Passage read(String json) {
    return READER.readValue(json);
  }
}
