package org.kepu.assistant.hall;

import org.jspecify.annotations.Nullable;

/** What an id may look like: as in requests, see API.md. */
final class Ids {

  private Ids() {}

  static void check(String of, @Nullable String id) {
    if (id == null || !id.matches("[A-Za-z0-9._:-]{1,64}")) {
      throw new IllegalArgumentException(
          "'%s' is no id of a %s; it has 1 to 64 letters A to Z, digits and . _ : -"
              .formatted(id, of));
    }
  }
}
