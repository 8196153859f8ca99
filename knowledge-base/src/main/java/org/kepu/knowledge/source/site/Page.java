package org.kepu.knowledge.source.site;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site as it was last fetched.
 *
 * @param url its address in the sitemap
 * @param type its media type
 * @param hash of its content; names the file that has it
 * @param etag what the site called this content
 * @param lastModified when the site says it was written
 */
record Page(
    String url, String type, String hash, @Nullable String etag, @Nullable String lastModified) {

  Page {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(hash, "hash");
  }
}
