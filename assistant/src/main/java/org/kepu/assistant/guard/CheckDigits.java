package org.kepu.assistant.guard;

/** Tells numbers that somebody issued from numbers that merely are as long. */
final class CheckDigits {

  /**
   * GB 11643-1999: the weights of an ID number's first 17 digits, and its last by the sum mod 11.
   */
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String ID_DIGITS = "10x98765432";

  private CheckDigits() {}

  /**
   * Whether 18 characters end with the check digit of a Chinese ID number (ISO 7064, MOD 11-2).
   *
   * @param number 17 digits and a digit or a small x
   */
  static boolean isIdNumber(String number) {
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += ID_WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return ID_DIGITS.charAt(sum % ID_DIGITS.length()) == number.charAt(ID_WEIGHTS.length);
  }

  /**
   * Whether digits end with the check digit of a bank card (ISO/IEC 7812, Luhn's formula).
   *
   * @param number digits
   */
  static boolean isCardNumber(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed / 10 + weighed % 10;
    }
    return sum % 10 == 0;
  }
}
