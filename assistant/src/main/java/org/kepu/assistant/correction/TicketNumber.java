package org.kepu.assistant.correction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A number to write down and to read out: eight characters of Crockford's Base32, which has no
 * letters that look like digits, in two groups ({@code 7F3Q-X9KM}).
 *
 * <p>Whoever has it may see its ticket, so it is random: 40 bits, not to be found by counting.
 */
public final class TicketNumber {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;
  private static final Pattern WRITTEN = Pattern.compile("[%s]{8}".formatted(ALPHABET));

  private final String text;

  private TicketNumber(String text) {
    this.text = text;
  }

  /** A new number; the source of randomness must not be foreseeable. */
  public static TicketNumber random(RandomGenerator random) {
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < 2 * GROUP; i++) {
      characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return of(characters.toString());
  }

  /**
   * A number as people write it: in any case, with or without its hyphen or spaces, O for 0 and I
   * or L for 1.
   *
   * @return empty if it is none
   */
  public static Optional<TicketNumber> parse(String written) {
    if (written.length() > 4 * GROUP) {
      return Optional.empty();
    }
    String characters =
        written
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return WRITTEN.matcher(characters).matches() ? Optional.of(of(characters)) : Optional.empty();
  }

  private static TicketNumber of(String characters) {
    return new TicketNumber(characters.substring(0, GROUP) + "-" + characters.substring(GROUP));
  }

  /** The number in its two groups. */
  @JsonValue
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TicketNumber number && text.equals(number.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
