package org.kepu.assistant.document;

/** The label in a file's properties that the rules on content made by machines ask for. */
public final class AiLabel {

  /** The property's name. */
  public static final String PROPERTY = "AIGC";

  private AiLabel() {}

  /**
   * The implicit label of GB 45438-2025, as JSON.
   *
   * @param produceId tells what was made apart from all else that was
   */
  public static String implicit(String produceId) {
    return "{\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"kepu-assistant\",\"ProduceID\":\"%s\"}}"
        .formatted(produceId);
  }
}
