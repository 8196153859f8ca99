package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The language an answer's frame is written in; quotes keep their own. */
public enum Language {
  SIMPLIFIED("zh-CN"),
  TRADITIONAL("zh-TW"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag on the wire. */
  @JsonValue
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language of ours that suits {@code locale} best; Simplified Chinese if none does. */
  public static Language of(Locale locale) {
    if (locale.getLanguage().equals("en")) {
      return ENGLISH;
    }
    boolean traditional =
        locale.getScript().equals("Hant") || locale.getCountry().matches("TW|HK|MO");
    return traditional ? TRADITIONAL : SIMPLIFIED;
  }
}
