package org.kepu.assistant.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id hashes (19 MiB, 2 passes, 1 lane: the least that OWASP's Password Storage
 * Cheat Sheet asks for; more would let a few sign-ins at once fill a small server).
 */
public final class Passwords {

  public static final int SHORTEST = 12;
  public static final int LONGEST = 128;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final String nobodys = nobodys();

  /**
   * Whether a password may be set: long enough, and not the name or one character again and again.
   */
  public static boolean acceptable(String password, String name) {
    return password.length() >= SHORTEST
        && password.length() <= LONGEST
        && password.chars().distinct().count() > 4
        && !password.toLowerCase(Locale.ROOT).contains(name);
  }

  /** What is kept of a password. */
  public String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("A password has a hash");
    }
    return hash;
  }

  /**
   * Whether it is the password. Takes as long where there is none to compare with, so that nobody
   * learns from the time which accounts there are.
   */
  public boolean matches(String password, @Nullable String hash) {
    boolean matches = encoder.matches(password, hash == null ? nobodys : hash);
    return matches && hash != null;
  }

  /** A hash of no password, drawn and not computed: that would cost every start half a second. */
  private static String nobodys() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(KIBIBYTES, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
  }

  private static String random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
