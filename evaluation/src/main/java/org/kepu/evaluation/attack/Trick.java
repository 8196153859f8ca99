package org.kepu.evaluation.attack;

/** What is wrong with a request. */
enum Trick {
  /** Nothing: the depth that all others start from. */
  NOTHING(12),
  /** One value of the body is another. */
  VALUE(30),
  /** A member is missing. */
  MISSING(6),
  /** A member that nobody knows. */
  EXTRA(4),
  /** A member twice. */
  TWICE(4),
  /** The body is no object, or no JSON. */
  NO_OBJECT(6),
  /** The body is nested without end. */
  NESTED(3),
  /** The body's bytes are no UTF-8, or not only that. */
  ENCODING(5),
  /** The body is larger than anybody may send. */
  HUGE(1),
  /** The body is said to be something else. */
  CONTENT_TYPE(5),
  /** Headers that are odd, many or long. */
  HEADERS(8),
  /** A value of the path is another. */
  PATH_VALUE(10),
  /** The path is written in another way. */
  PATH_FORM(8),
  /** The query is odd, long or doubled. */
  QUERY(10),
  /** A method that the operation does not have. */
  METHOD(4),
  /** Bytes that are no HTTP. */
  NO_HTTP(3);

  private final int weight;

  Trick(int weight) {
    this.weight = weight;
  }

  /** How often it is tried, in comparison. */
  int weight() {
    return weight;
  }

  /** Whether the server may refuse it before the service sees it. */
  boolean breaksHttp() {
    return this == NO_HTTP;
  }

  boolean needsBody() {
    return switch (this) {
      case VALUE, MISSING, EXTRA, TWICE, NO_OBJECT, NESTED, ENCODING, HUGE, CONTENT_TYPE -> true;
      case NOTHING, HEADERS, PATH_VALUE, PATH_FORM, QUERY, METHOD, NO_HTTP -> false;
    };
  }
}
