package org.kepu.assistant.reach.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells programs from browsers by what they call themselves; one that lies is not seen. */
public final class Bots {

  private static final String LIST = "bots.txt";

  private final Pattern pattern = Pattern.compile(patterns());

  /** Whether {@code userAgent} is a program's. Who does not say what they are, is one. */
  public boolean is(@Nullable String userAgent) {
    return userAgent == null
        || userAgent.isBlank()
        || pattern.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
  }

  /** One regular expression a line; what follows a {@code #} is a remark. */
  private static String patterns() {
    try (InputStream list = Objects.requireNonNull(Bots.class.getResourceAsStream(LIST), LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
