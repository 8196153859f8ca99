package org.kepu.assistant.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.activity.OneLine;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;

/** The rules of the contract for single fields, the same at every door. */
public final class Fields {

  private static final int MAX_ID = 64;

  private Fields() {}

  /**
   * A question without the white space around it.
   *
   * @throws ApiException if it is too short or too long
   */
  public static String question(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.length() > Question.MAX_LENGTH) {
      throw ApiException.badRequest("question_length", text.length(), Question.MAX_LENGTH);
    }
    return text;
  }

  /**
   * The language of a tag.
   *
   * @param otherwise where there is no tag
   * @throws ApiException if we do not speak it
   */
  public static Language language(@Nullable String tag, Language otherwise) {
    if (tag == null) {
      return otherwise;
    }
    for (Language language : Language.values()) {
      if (language.tag().equalsIgnoreCase(tag)) {
        return language;
      }
    }
    throw ApiException.badRequest("locale_unknown", tag);
  }

  /**
   * An identifier, null if it is empty.
   *
   * @throws ApiException if it holds what no identifier does
   */
  public static @Nullable String identifier(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_ID || !value.matches("[A-Za-z0-9._:-]+")) {
      throw ApiException.badRequest("identifier_malformed", field, MAX_ID);
    }
    return value;
  }

  /**
   * A text of a register without the white space around it, empty where there is none.
   *
   * @throws ApiException if it is not one line, see {@link OneLine}
   */
  public static String line(String field, @Nullable String value) {
    String text = value == null ? "" : value.strip();
    OneLine.offence(text)
        .ifPresent(
            character -> {
              throw ApiException.badRequest("control_character", field, character);
            });
    return text;
  }

  /**
   * A UUID, null if it is empty.
   *
   * @throws ApiException if it is none
   */
  public static @Nullable UUID uuid(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("uuid_malformed", field);
    }
  }
}
