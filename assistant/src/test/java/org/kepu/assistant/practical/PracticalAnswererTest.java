package org.kepu.assistant.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Articles;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.knowledge.document.Document;
import org.springframework.context.support.ResourceBundleMessageSource;

class PracticalAnswererTest {

  private static final Document PARK =
      Articles.article(
          "milu-park",
          "麋鹿苑",
          """
          ## 麋鹿苑是什么地方？

          麋鹿苑是保护麋鹿的地方。

          ## 麋鹿苑几点开门，怎样预约？

          麋鹿苑的开放时间和预约方式，以官方公告为准。
          """);

  private static final String KNOWN =
      """
      - id: milu
        name: 麋鹿苑
        traditional: 麋鹿苑
        english: the Milu Park
        names: [麋鹿苑]
        channels: {zh-CN: 官方公众号, zh-TW: 官方公眾號, en: its account}
        article: milu-park
        heading: 麋鹿苑几点开门，怎样预约？
        facts:
          - {subject: HOURS, text: 麋鹿苑周一不开放。, source: 官方公众号, validTo: 2026-12-31}
      """;

  @TempDir private Path folder = Path.of("");
  private final List<AnswerPart> parts = new ArrayList<>();

  @Test
  void whereNothingIsKnownTheVenuesChannelsAreNamedAndTheArticleThatSaysSoIsCited() {
    Optional<Verdict> verdict = ask(VenueCards.shipped(), "麋鹿苑门票多少钱", null, Language.SIMPLIFIED);

    assertThat(verdict).contains(new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE));
    assertThat(parts)
        .first()
        .isEqualTo(new Sentence(0, "我这里没有麋鹿苑的票务信息，请查看麋鹿苑官方网站和官方公众号。", List.of(1)));
    assertThat(parts.get(1))
        .isInstanceOfSatisfying(
            Citation.class, c -> assertThat(c.quote()).isEqualTo("麋鹿苑的开放时间和预约方式，以官方公告为准。"));
    assertThat(parts).last().isEqualTo(new Suggestions(List.of("麋鹿苑是什么地方？")));
  }

  @Test
  void theVenueThatIsAskedFromIsMeant() {
    assertThat(ask(VenueCards.shipped(), "幾點開門？", "milu", Language.TRADITIONAL))
        .contains(new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE));
    assertThat(text()).contains("麋鹿苑的開放時間").contains("官方網站");
  }

  @Test
  void whereTheVenueIsUnclearItAsksWhich() {
    assertThat(ask(VenueCards.shipped(), "几点开门？", null, Language.SIMPLIFIED))
        .contains(new Verdict(Outcome.CLARIFIED, Verdict.EXTRACTIVE));
    assertThat(parts)
        .containsExactly(
            new Sentence(0, "您问的是哪个场馆？", List.of()),
            new Suggestions(List.of("麋鹿苑：几点开门？", "国家自然博物馆：几点开门？", "北京天文馆：几点开门？")));
  }

  @Test
  void everyChoiceIsUnderstood() {
    ask(VenueCards.shipped(), "几点开门？", null, Language.SIMPLIFIED);
    List<String> choices = ((Suggestions) parts.getLast()).questions();

    assertThat(choices)
        .allSatisfy(
            choice ->
                assertThat(ask(VenueCards.shipped(), choice, null, Language.SIMPLIFIED))
                    .contains(new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE)));
  }

  @Test
  void aFactIsToldUntilItExpires() throws Exception {
    List<VenueCard> cards = cards(KNOWN);

    assertThat(ask(cards, "麋鹿苑周一开门吗", null, Language.SIMPLIFIED))
        .contains(new Verdict(Outcome.ANSWERED, Verdict.EXTRACTIVE));
    assertThat(text()).startsWith("麋鹿苑周一不开放。").contains("2026年12月31日前有效").contains("官方公众号");

    List<VenueCard> expired = cards(KNOWN.replace("2026-12-31", "2026-11-24"));
    assertThat(ask(expired, "麋鹿苑周一开门吗", null, Language.SIMPLIFIED))
        .contains(new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE));
    assertThat(text()).doesNotContain("周一不开放");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "明天北京会下雨吗",
        "今天天气怎么样",
        "现在外面多少度？",
        "这周末会不会下雪",
        "今天要带伞吗",
        "明天热不热",
        "今晚冷吗",
        "麋鹿苑明天下雨吗"
      })
  void theWeatherIsForOthersToTell(String question) {
    assertThat(ask(VenueCards.shipped(), question, null, Language.SIMPLIFIED))
        .contains(new Verdict(Outcome.REDIRECTED, Verdict.EXTRACTIVE));
    assertThat(parts).containsExactly(new Sentence(0, "我看不到实时天气，请查看中央气象台或当地气象部门发布的预报。", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"为什么会下雨", "下雨", "北京一年下多少雨？", "今天月亮上多少度", "麋鹿冬天冷吗", "明天的月食下雨还能看吗"})
  void whatTheWeatherIsMadeOfIsLeftToTheSearch(String question) {
    assertThat(ask(VenueCards.shipped(), question, null, Language.SIMPLIFIED)).isEmpty();
  }

  @Test
  void aQuestionOfAnotherKindIsLeftToTheSearch() {
    assertThat(ask(VenueCards.shipped(), "麋鹿苑为什么建在南海子？", "milu", Language.SIMPLIFIED)).isEmpty();
    assertThat(parts).isEmpty();
  }

  @Test
  void aCardThatNeverExpiresIsRefused() {
    assertThatThrownBy(() -> cards(KNOWN.replace(", validTo: 2026-12-31", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("venues.yaml");
  }

  private List<VenueCard> cards(String yaml) throws Exception {
    Path file = folder.resolve("venues.yaml");
    Files.writeString(file, yaml);
    return VenueCards.of(file);
  }

  private String text() {
    return String.join(
        "",
        parts.stream()
            .filter(Sentence.class::isInstance)
            .map(part -> ((Sentence) part).text())
            .toList());
  }

  private Optional<Verdict> ask(
      List<VenueCard> cards, String text, @Nullable String venue, Language language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    parts.clear();
    return new PracticalAnswerer(
            Articles.catalogued(folder, PARK),
            cards,
            messages,
            InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z")))
        .answer(
            new Question(text, Channel.KIOSK, venue, null, Audience.GENERAL, language), parts::add);
  }
}
