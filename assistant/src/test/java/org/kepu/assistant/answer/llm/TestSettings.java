package org.kepu.assistant.answer.llm;

import java.time.Duration;

/** Settings of a model that is not there, with one thing of its own. */
final class TestSettings {

  static final Duration LONG = Duration.ofMinutes(1);

  private TestSettings() {}

  static ModelSettings patient() {
    return at("http://localhost/v1");
  }

  static ModelSettings at(String baseUrl) {
    return of(provider(baseUrl), LONG, LONG, LONG, 100_000, 8, 6);
  }

  static ModelSettings times(Duration firstToken, Duration idle, Duration total) {
    return of(provider("http://localhost/v1"), firstToken, idle, total, 100, 8, 6);
  }

  static ModelSettings resting(int concurrency, int failuresToRest) {
    return of(provider("http://localhost/v1"), LONG, LONG, LONG, 100, concurrency, failuresToRest);
  }

  static ModelSettings provided(Provider first, Provider second) {
    return new ModelSettings(
        first.baseUrl(),
        first.apiKey(),
        first.model(),
        second,
        LONG,
        LONG,
        LONG,
        100,
        1_000,
        8,
        0,
        6,
        LONG);
  }

  private static Provider provider(String baseUrl) {
    return new Provider(baseUrl, "", "fake");
  }

  private static ModelSettings of(
      Provider provider,
      Duration firstToken,
      Duration idle,
      Duration total,
      int characters,
      int concurrency,
      int failuresToRest) {
    return new ModelSettings(
        provider.baseUrl(),
        provider.apiKey(),
        provider.model(),
        new Provider("", "", ""),
        firstToken,
        idle,
        total,
        characters,
        10_000,
        concurrency,
        0,
        failuresToRest,
        LONG);
  }
}
