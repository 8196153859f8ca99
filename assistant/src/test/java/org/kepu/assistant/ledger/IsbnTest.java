package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

  @ParameterizedTest
  @CsvSource({
    "9787020002207, 9787020002207",
    "978-7-02-000220-7, 9787020002207",
    "ISBN 978—7—02—000220—7, 9787020002207",
    "isbn：978 7 02 000220 7, 9787020002207",
    "7-02-000220-X, 9787020002207",
    "702000220x, 9787020002207",
    "0306406152, 9780306406157",
    "979-10-90636-07-1, 9791090636071"
  })
  void aBookHasOneNumberHoweverItIsWritten(String written, String isbn) {
    assertThat(Isbn.of(written)).contains(isbn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9787020002208",
        "7020002201",
        "978-7-1",
        "97870200022",
        "13019·1462",
        "麋鹿",
        "",
        "1234567890128"
      })
  void whatIsNoneIsTold(String written) {
    assertThat(Isbn.of(written)).isEmpty();
  }
}
