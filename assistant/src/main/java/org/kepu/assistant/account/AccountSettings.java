package org.kepu.assistant.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in holds, and how often a password may be wrong.
 *
 * @param idle after so long without a request a session is over, 5 minutes or more
 * @param longest after so long a session is over in any case
 * @param tries so many wrong passwords in a row lock a name, 3 or more
 * @param lock how long a name is locked
 * @param setUpLink how long the link of the first start holds; the next start prints another
 * @param passwordLink how long a link to set a password holds
 */
@ConfigurationProperties("kepu.account")
public record AccountSettings(
    @DefaultValue("2h") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("5") int tries,
    @DefaultValue("15m") Duration lock,
    @DefaultValue("24h") Duration setUpLink,
    @DefaultValue("72h") Duration passwordLink) {

  private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);
  private static final int FEWEST_TRIES = 3;

  public AccountSettings {
    if (idle.compareTo(SHORTEST_IDLE) < 0) {
      throw new IllegalArgumentException("kepu.account.idle is 5m or more, not " + idle);
    }
    if (longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException(
          "kepu.account.longest is kepu.account.idle or more, not " + longest);
    }
    if (tries < FEWEST_TRIES) {
      throw new IllegalArgumentException("kepu.account.tries is 3 or more, not " + tries);
    }
    if (!lock.isPositive() || !setUpLink.isPositive() || !passwordLink.isPositive()) {
      throw new IllegalArgumentException(
          "kepu.account.lock, .set-up-link and .password-link are longer than nothing");
    }
  }
}
