package org.kepu.knowledge.source.site;

import org.jspecify.annotations.Nullable;

/**
 * What a site answered, redirects followed.
 *
 * @param status of HTTP
 * @param content empty unless the status is 200
 * @param type the media type without its parameters, in lower case; empty if none was given
 * @param etag as it was given
 * @param lastModified as it was given
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, compared by nobody.
record Fetched(
    int status, byte[] content, String type, @Nullable String etag, @Nullable String lastModified) {

  boolean ok() {
    return status == 200;
  }

  boolean unchanged() {
    return status == 304;
  }

  boolean gone() {
    return status == 404 || status == 410;
  }
}
