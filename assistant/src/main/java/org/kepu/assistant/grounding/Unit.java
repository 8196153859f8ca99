package org.kepu.assistant.grounding;

/**
 * What a number counts.
 *
 * @param measures the dimension: two units of one dimension can be converted
 * @param factor how many of the dimension's base unit it is
 * @param rounded whether people convert it into others roughly: 1光年 is 9.46万亿千米
 */
record Unit(String measures, double factor, boolean rounded) {

  /** Things counted one by one, or a bare number. */
  static final Unit COUNT = new Unit("count", 1, false);

  /** A place in an order. */
  static final Unit ORDINAL = new Unit("ordinal", 1, false);

  /** A part of a whole. */
  static final Unit SHARE = new Unit("share", 1, false);

  /** A day in a year, as month times 100 and day. */
  static final Unit DATE = new Unit("date", 1, false);

  static final Unit MONTH = new Unit("month-of-year", 1, false);
  static final Unit DAY = new Unit("day-of-month", 1, false);
  static final Unit DECADE = new Unit("decade", 1, false);
  static final Unit CENTURY = new Unit("century", 1, false);

  /** By how much time something is divided (“每秒”, “时速”). */
  static final Unit RATE = new Unit("rate", 1, false);
}
