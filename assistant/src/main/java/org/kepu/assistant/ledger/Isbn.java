package org.kepu.assistant.ledger;

import java.util.Optional;
import java.util.stream.IntStream;

/** Numbers of books (ISO 2108). However it is written, a book has one: that of 13 digits. */
public final class Isbn {

  private static final String OF_BOOKS = "97[89]\\d{10}";

  private Isbn() {}

  /**
   * The 13 digits of a number, which may be of 10 digits, begin with ISBN and have hyphens.
   *
   * @return empty if it is none, or its check digit is wrong
   */
  public static Optional<String> of(String written) {
    String digits =
        written
            .strip()
            .toUpperCase(java.util.Locale.ROOT)
            .replaceAll("^ISBN[:：]?|[\\p{Pd}\\s]", "");
    if (digits.matches("\\d{9}[\\dX]") && check10(digits) == digits.charAt(9)) {
      String first = "978" + digits.substring(0, 9);
      return Optional.of(first + check13(first));
    }
    return Optional.of(digits).filter(it -> it.matches(OF_BOOKS) && check13(it) == it.charAt(12));
  }

  /** Weights 10 down to 2, modulo 11; ten is written X. */
  private static char check10(String digits) {
    int sum = IntStream.range(0, 9).map(i -> (10 - i) * (digits.charAt(i) - '0')).sum();
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  /** Weights 1 and 3 in turn, modulo 10. */
  private static char check13(String digits) {
    int sum =
        IntStream.range(0, 12).map(i -> (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0')).sum();
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
