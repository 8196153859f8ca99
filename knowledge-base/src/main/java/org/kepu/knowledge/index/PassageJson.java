package org.kepu.knowledge.index;

import org.kepu.knowledge.passage.Passage;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A passage's record as engines store it. */
public final class PassageJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader READER = JSON.readerFor(Passage.class);
  private static final ObjectWriter WRITER = JSON.writerFor(Passage.class);

  private PassageJson() {}

  /** As it is stored. */
  public static String write(Passage passage) {
    return WRITER.writeValueAsString(passage);
  }

  /** As it is stored, in UTF-8. */
  public static byte[] bytes(Passage passage) {
    return WRITER.writeValueAsBytes(passage);
  }

  /** As it was written. */
  public static Passage read(String json) {
    return READER.readValue(json);
  }

  /** As it was written, in UTF-8: a part of {@code bytes}. */
  public static Passage read(byte[] bytes, int offset, int length) {
    return READER.readValue(bytes, offset, length);
  }
}
