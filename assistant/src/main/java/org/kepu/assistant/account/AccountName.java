package org.kepu.assistant.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name to sign in with: 2 to 64 letters of any script, digits and {@code . _ - @}; capitals are
 * the same as small letters.
 */
public final class AccountName {

  private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{N}._@-]{2,64}");

  private AccountName() {}

  /** The name as it is kept, empty if it is none. */
  public static Optional<String> of(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return WRITTEN.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
