package org.kepu.assistant.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.SunAndMoon;
import org.kepu.assistant.sky.ephemeris.bessel.EclipseTables;
import org.kepu.assistant.sky.ephemeris.kepler.KeplerPlanets;
import org.kepu.assistant.sky.ephemeris.lunar.ShouXingCalendar;
import org.kepu.assistant.sky.ephemeris.suncalc.SunCalcSunAndMoon;
import org.kepu.assistant.sky.place.Places;
import org.kepu.assistant.sky.question.SkyQuestions;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whole computed answers, asked on the evening of 25 November 2026. */
class SkyAnswererTest {

  private static final InstantSource EVENING =
      InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

  @TempDir private static Path folder;
  private static KnowledgeBase knowledge;

  @BeforeAll
  static void catalogue() {
    knowledge = Articles.catalogued(folder, StarterCollection.documents().toArray(Document[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今天太阳几点落山？ | 北京11月25日日出7:10，日落16:52，白天长9小时42分。",
        "现在是哪个节气？ | 11月25日处在小雪节气，小雪从11月22日15:23开始。",
        "下一个节气是哪天 | 下一个节气是大雪，12月7日10:52开始。",
        "冬至是几号 | 冬至从12月22日4:50开始。",
        "今天农历几月初几 | 11月25日是农历丙午年十月十七。",
        "下次满月是哪天 | 下一次满月是12月24日9:28。",
        "下次月食什么时候？ | 下一次月食是2027年2月21日的半影月食，全球来看7:13食得最深。",
        "下一次日食是哪天，北京看得到吗？ | 下一次日食是2027年2月7日的日环食，全球来看0:00食得最深。"
      })
  void theFirstSentenceAnswers(String question, String sentence) {
    assertThat(asked(question).sentences().getFirst()).isEqualTo(sentence);
  }

  @Test
  void anEclipseThatIsNotSeenIsFollowedByTheNextThatIs() {
    assertThat(asked("下一次日食是哪天，北京看得到吗？").sentences())
        .anyMatch(text -> text.equals("北京看不到2027年2月7日的这次日环食。"))
        .anyMatch(text -> text.startsWith("北京下一次看得到的是2030年6月1日的日偏食"));
    assertThat(asked("北京下一次什么时候能看到月全食").sentences())
        .anyMatch(text -> text.startsWith("北京能看到：") && text.contains("月全食"));
  }

  @Test
  void tonightsMoonHasAShapeAndItsTimes() {
    assertThat(asked("今晚月亮什么样？").sentences())
        .anyMatch(text -> text.startsWith("11月25日晚上的月亮是"))
        .anyMatch(text -> text.contains("升起") && text.contains("落下"));
  }

  @Test
  void planetsAreNamedWithTheirTimesAndDirections() {
    assertThat(asked("今晚能看到哪些行星？").sentences().getFirst())
        .isEqualTo("11月25日晚上肉眼能看到的行星有水星、金星、火星、木星、土星。");
    assertThat(asked("今晚能看到木星吗？").sentences().getFirst())
        .startsWith("11月25日晚上能看到木星：")
        .contains("最高，在南方天空");
  }

  @ParameterizedTest
  @ValueSource(strings = {"今天太阳几点落山？", "今晚月亮什么样？", "下次月食什么时候？", "冬至是几号", "今天农历几月初几", "今晚能看到哪些行星？"})
  void everySentenceCitesAPlaceInTheArticle(String question) {
    Told told = asked(question);
    Document article = knowledge.document(Method.ARTICLE).orElseThrow();

    assertThat(told.verdict()).isEqualTo(new Verdict(Outcome.ANSWERED, Verdict.COMPUTED));
    assertThat(told.of(Sentence.class)).allMatch(sentence -> sentence.citations().size() == 1);
    assertThat(told.of(Citation.class))
        .isNotEmpty()
        .allSatisfy(
            citation -> {
              assertThat(citation.documentVersion()).isEqualTo(article.version());
              assertThat(article.text().substring(citation.start(), citation.end()))
                  .isEqualTo(citation.quote());
            });
    assertThat(told.of(Suggestions.class))
        .singleElement()
        .satisfies(suggestions -> assertThat(suggestions.questions()).hasSize(4));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyMethodHasItsSection(Method method) {
    assertThat(knowledge.document(Method.ARTICLE).orElseThrow().sections())
        .anyMatch(section -> section.heading().equals(method.heading()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasItsWords(Language language) {
    for (String question :
        List.of("今天日落几点", "今晚月亮什么样", "下次日食什么时候", "明年有几次月食", "冬至是几号", "今晚有哪些行星")) {
      assertThat(asked(question, language).sentences())
          .isNotEmpty()
          .noneMatch(text -> text.contains("{") || text.contains("sky."));
    }
    assertThat(asked("今天日落几点", Language.ENGLISH).sentences().getFirst())
        .isEqualTo(
            "In Beijing on 25 November the Sun rises at 7:10 and sets at 16:52; the day lasts 9 h 42 min.");
  }

  @Test
  void beyondTheTablesItLeavesTheQuestionToTheSearch() {
    assertThat(answerer(knowledge).answer(question("2050年有日食吗", Language.SIMPLIFIED), part -> {}))
        .isEmpty();
  }

  @Test
  void withoutTheArticleNothingIsComputed(@TempDir Path other) {
    KnowledgeBase empty = Articles.catalogued(other, Articles.article("a", "别的", ""));

    assertThat(answerer(empty).answer(question("今天几点日落", Language.SIMPLIFIED), part -> {}))
        .isEmpty();
  }

  private static Told asked(String question) {
    return asked(question, Language.SIMPLIFIED);
  }

  private static Told asked(String question, Language language) {
    List<AnswerPart> parts = new ArrayList<>();
    Optional<Verdict> verdict =
        answerer(knowledge).answer(question(question, language), parts::add);
    return new Told(verdict.orElseThrow(), parts);
  }

  private static Question question(String text, Language language) {
    return new Question(text, Channel.API, null, null, Audience.GENERAL, language);
  }

  private static SkyAnswerer answerer(KnowledgeBase knowledge) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    SunAndMoon sunAndMoon = new SunCalcSunAndMoon();
    Ephemeris ephemeris =
        new Ephemeris(
            sunAndMoon, new KeplerPlanets(), new ShouXingCalendar(), new EclipseTables(sunAndMoon));
    return new SkyAnswerer(knowledge, new SkyQuestions(new Places()), ephemeris, messages, EVENING);
  }

  private record Told(Verdict verdict, List<AnswerPart> parts) {

    List<String> sentences() {
      return of(Sentence.class).stream().map(Sentence::text).toList();
    }

    <P extends AnswerPart> List<P> of(Class<P> type) {
      return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
