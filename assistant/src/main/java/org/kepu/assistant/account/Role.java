package org.kepu.assistant.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account is for. One may have several. */
public enum Role {
  /** Everything, the accounts themselves included. */
  ADMIN,
  /** Content: gaps, corrections, documents, activities; and the figures. */
  CURATOR,
  /** The studio for teachers. */
  EDUCATOR,
  /** The figures, to read. */
  ANALYST;

  /** The name on the wire and in the database. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that code. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
