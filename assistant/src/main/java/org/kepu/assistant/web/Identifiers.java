package org.kepu.assistant.web;

import org.jspecify.annotations.Nullable;

/** Ids that callers give: of venues, exhibits, terminals and the like. */
final class Identifiers {

  private static final int MAX_LENGTH = 64;

  private Identifiers() {}

  /**
   * The id, null if there is none.
   *
   * @throws ApiException if it is too long or has other characters than letters, digits and {@code
   *     . _ : -}
   */
  static @Nullable String checked(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_LENGTH || !value.matches("[A-Za-z0-9._:-]+")) {
      throw ApiException.badRequest("identifier_malformed", field, MAX_LENGTH);
    }
    return value;
  }
}
