package org.kepu.knowledge.document;

/** Whom a document is written for. */
public enum Audience {
  GENERAL,
  CHILD
}
