package org.kepu.knowledge.source.site;

/** Something of a site cannot be had. Its message is for an editor. */
final class SiteException extends Exception {

  SiteException(String message) {
    super(message);
  }

  String inWords() {
    return String.valueOf(getMessage());
  }
}
