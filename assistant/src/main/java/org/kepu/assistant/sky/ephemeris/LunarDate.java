package org.kepu.assistant.sky.ephemeris;

/**
 * A day of the Chinese calendar.
 *
 * @param yearName the year's two cyclic characters, as 丙午
 * @param month 1 to 12
 * @param leap whether the month repeats the one before
 * @param day 1 to 30
 * @param name month and day as they are said, as 十月十七
 */
public record LunarDate(String yearName, int month, boolean leap, int day, String name) {

  public LunarDate {
    if (month < 1 || month > 12 || day < 1 || day > 30) {
      throw new IllegalArgumentException(
          "A lunar date has a month of 12 and a day of 30, not %d and %d".formatted(month, day));
    }
  }
}
