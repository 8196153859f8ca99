package org.kepu.assistant.sky.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.place.Places;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is understood, and above all what is left to the collection. */
class SkyQuestionsTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
  private static final Path QUESTION_BANK = Path.of("..", "evaluation", "home");

  private final SkyQuestions questions = new SkyQuestions(new Places());

  @Test
  void everyQuestionAboutTonightIsUnderstood() {
    List<String> rows = lines("asked.tsv");

    assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
    assertThat(
            rows.stream()
                .map(row -> row.split("\t"))
                .filter(row -> !kind(row[0]).equals(row[1]))
                .map(row -> row[0] + " should be " + row[1] + ", not " + kind(row[0])))
        .isEmpty();
  }

  @Test
  void noQuestionForTheCollectionIs() {
    List<String> rows = lines("not-asked.txt");

    assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
    assertThat(rows.stream().filter(row -> !kind(row).equals("none"))).isEmpty();
  }

  /** Half of the question bank; the other half stays unseen for evaluation. */
  @Test
  void noAnswerableQuestionOfTheBanksCalibrationHalfIs() {
    List<String> bank =
        Stream.of("astronomy", "natural-history", "biodiversity")
            .flatMap(file -> bank(QUESTION_BANK.resolve(file + ".jsonl")))
            .toList();

    assertThat(bank).hasSizeGreaterThan(400);
    assertThat(bank.stream().filter(question -> !kind(question).equals("none"))).isEmpty();
  }

  /**
   * One heading truly asks when the next is; the article's answer ages, the computed one does not.
   */
  @Test
  void theCollectionsOwnHeadingsAreLeftToIt() {
    List<String> headings =
        StarterCollection.documents().stream()
            .flatMap(document -> document.sections().stream())
            .map(Section::heading)
            .toList();

    assertThat(headings).hasSizeGreaterThan(1_000);
    assertThat(headings.stream().filter(heading -> !kind(heading).equals("none")))
        .containsExactly("北京下一次什么时候能看到月全食？");
  }

  @ParameterizedTest
  @CsvSource({
    "今天几点日落, 2026-11-25",
    "明晚月亮什么样, 2026-11-26",
    "后天几点日出, 2026-11-27",
    "大后天几点日出, 2026-11-28",
    "这个周末几点日出, 2026-11-28",
    "周日几点日出, 2026-11-29",
    "周三几点日出, 2026-11-25",
    "12月1日几点日出, 2026-12-01",
    "1月3号几点日出, 2027-01-03",
    "2028年2月29日几点日出, 2028-02-29"
  })
  void aDayIsCountedFromToday(String question, LocalDate day) {
    assertThat(questions.understood(question, null, WEDNESDAY))
        .hasValueSatisfying(asked -> assertThat(asked).extracting("day").isEqualTo(day));
  }

  @Test
  void aDayThatDoesNotExistIsNotUnderstood() {
    assertThat(kind("2月30日几点日出")).isEqualTo("none");
    assertThat(kind("2027年2月29日几点日出")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "今天几点日落, milu, 麋鹿苑",
    "今天几点日落, planetarium, 天文馆",
    "今天几点日落, nature, 北京",
    "今天几点日落, , 北京",
    "上海今天几点日落, milu, 上海",
    "When is sunset today in Urumqi, , 乌鲁木齐"
  })
  void thePlaceIsTheQuestionsOrTheVenues(String question, String venue, String place) {
    assertThat(questions.understood(question, venue, WEDNESDAY))
        .hasValueSatisfying(
            asked ->
                assertThat(asked)
                    .isInstanceOfSatisfying(
                        SkyQuestion.SunTimes.class,
                        sun -> assertThat(sun.place().name()).isEqualTo(place)));
  }

  @Test
  void anEclipseIsAskedForAsExactlyAsItIsNamed() {
    assertThat(questions.understood("北京下一次什么时候能看到月全食？", null, WEDNESDAY))
        .contains(
            new SkyQuestion.NextEclipse(
                new Places().of(null), Eclipse.Body.MOON, Eclipse.Kind.TOTAL));
  }

  @Test
  void twoDaysOrTwoPlacesAreTooMany() {
    assertThat(List.of(kind("今天明天几点日落"), kind("北京上海今天几点日落"))).containsOnly("none");
  }

  private String kind(String question) {
    Optional<SkyQuestion> asked = questions.understood(question, null, WEDNESDAY);
    return asked.map(a -> a.getClass().getSimpleName()).orElse("none");
  }

  private static Stream<String> bank(Path file) {
    JsonMapper json = new JsonMapper();
    return read(file).stream()
        .map(json::readTree)
        .filter(row -> !row.path("sections").isEmpty())
        .filter(row -> Math.floorMod(row.path("id").asString().hashCode(), 2) == 0)
        .map((JsonNode row) -> row.path("question").asString());
  }

  private static List<String> lines(String file) {
    Path path =
        Path.of(
            "src/test/resources",
            SkyQuestionsTest.class.getPackageName().replace('.', '/'),
            Objects.requireNonNull(file));
    return read(path).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
