package org.kepu.assistant.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an entry is of. */
public enum Kind {
  /** R2: heads counted at an activity or a venue. */
  OFFLINE,
  /** R3: live and online participants, as a platform reports them. */
  ONLINE,
  /** R4: plays, reads and views up to a day. */
  MEDIA,
  /** A popular science book, by its ISBN. */
  BOOK,
  /** A product, by its registration. */
  PRODUCT;

  /** The name on the wire and in tables. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
