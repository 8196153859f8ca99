package org.kepu.assistant.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that people write down and type in again. */
class TicketNumberTest {

  @ParameterizedTest
  @CsvSource({
    "7F3Q-X9KM, 7F3Q-X9KM",
    "7f3qx9km, 7F3Q-X9KM",
    "' 7F3Q X9KM ', 7F3Q-X9KM",
    "oIl0-0000, 0110-0000"
  })
  void areReadAsPeopleWriteThem(String written, String number) {
    assertThat(TicketNumber.parse(written)).map(TicketNumber::toString).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7F3Q-X9K", "7F3Q-X9KMM", "7F3Q-X9KU", "麋鹿麋鹿麋鹿麋鹿", "7F3Q-X9KM-7F3Q-X9KM"})
  void areNotGuessed(String written) {
    assertThat(TicketNumber.parse(written)).isEmpty();
  }

  @Test
  void areRandomAndReadBack() {
    Random random = new Random(1);
    List<TicketNumber> numbers =
        Stream.generate(() -> TicketNumber.random(random)).limit(1_000).toList();

    assertThat(numbers)
        .doesNotHaveDuplicates()
        .allSatisfy(number -> assertThat(TicketNumber.parse(number.toString())).contains(number));
  }
}
