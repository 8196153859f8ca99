package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way a question came in. */
public enum Channel {
  WEB,
  KIOSK,
  H5,
  WECHAT,
  EDUCATOR,
  API;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
