package org.kepu.assistant.answer.llm;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that phrases answers, behind an OpenAI-compatible address. Without an address there is
 * none, and answers are quotes.
 *
 * @param baseUrl where it is, with its version, as in {@code http://localhost:11434/v1}; empty:
 *     none
 * @param apiKey the key it wants; empty: none
 * @param model its name there
 * @param second another one, asked where the first fails before it said anything that holds
 * @param firstTokenTimeout how long its first words may take, a second try included
 * @param idleTimeout how long it may be silent between words
 * @param totalTimeout how long an answer may take, both models together
 * @param maxCharacters the longest answer read from it, in characters; so many tokens at most it is
 *     asked to write
 * @param maxLineCharacters the longest line read from it, in characters
 * @param concurrency how many answers it may write at a time, 1 or more; beyond them the next model
 *     is asked, or the sources are quoted
 * @param dailyTokens how many tokens all calls of a day may cost, 0: no limit
 * @param failuresToRest after how many calls, half of them failed, it is left alone for a while, 1
 *     or more
 * @param rest how long it is left alone
 */
@ConfigurationProperties("kepu.llm")
public record ModelSettings(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("") String model,
    @DefaultValue Provider second,
    @DefaultValue("15s") Duration firstTokenTimeout,
    @DefaultValue("10s") Duration idleTimeout,
    @DefaultValue("60s") Duration totalTimeout,
    @DefaultValue("4000") int maxCharacters,
    @DefaultValue("65536") int maxLineCharacters,
    @DefaultValue("8") int concurrency,
    @DefaultValue("0") long dailyTokens,
    @DefaultValue("6") int failuresToRest,
    @DefaultValue("30s") Duration rest) {

  public ModelSettings {
    first(baseUrl, apiKey, model).check("KEPU_LLM");
    second.check("KEPU_LLM_SECOND");
    atLeast(1, maxCharacters, "max-characters");
    atLeast(1, maxLineCharacters, "max-line-characters");
    atLeast(1, concurrency, "concurrency");
    atLeast(0, dailyTokens, "daily-tokens");
    atLeast(1, failuresToRest, "failures-to-rest");
  }

  public boolean configured() {
    return !baseUrl.isBlank();
  }

  /** Those that are set up, in the order in which they are asked. */
  public List<Provider> providers() {
    return Stream.of(first(baseUrl, apiKey, model), second).filter(Provider::configured).toList();
  }

  private static Provider first(String baseUrl, String apiKey, String model) {
    return new Provider(baseUrl, apiKey, model);
  }

  private static void atLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(
          "kepu.llm.%s is %d or more, not %d".formatted(name, least, value));
    }
  }

  /** As {@link Object#toString}, without the keys. */
  @Override
  public String toString() {
    return "ModelSettings" + providers();
  }
}
