package org.kepu.knowledge.source.table;

/** A row says something wrong. Its message is for an editor: what, and the way out. */
final class RowException extends Exception {

  RowException(String message) {
    super(message);
  }

  String inWords() {
    return String.valueOf(getMessage());
  }
}
