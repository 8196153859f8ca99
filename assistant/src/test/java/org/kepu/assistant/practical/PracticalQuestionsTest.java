package org.kepu.assistant.practical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PracticalQuestionsTest {

  private static final Set<String> ON_HOURS =
      Set.of("麋鹿苑几点开门，怎样预约？", "自然博物馆几点开门，怎样预约？", "北京天文馆几点开门，怎样订票？");

  private final PracticalQuestions questions = new PracticalQuestions(VenueCards.shipped());

  @ParameterizedTest
  @CsvSource({
    "麋鹿苑几点开门？, HOURS, milu",
    "請問天文館週一開放嗎, HOURS, planetarium",
    "自然博物馆门票多少钱, TICKETS, nature",
    "麋鹿苑门票多少钱，周一关不关, HOURS, milu",
    "What are the opening hours of the Natural History Museum?, HOURS, nature",
    "How do I book tickets for the Beijing Planetarium?, BOOKING, planetarium",
    "天文馆怎么预约, BOOKING, planetarium",
    "麋鹿苑停车收费吗, PARKING, milu",
    "自然博物馆可以借轮椅吗, WHEELCHAIRS, nature",
    "国家自然博物馆的团体讲解怎么预约, GROUPS, nature"
  })
  void theVenueAndTheSubjectAreUnderstood(String text, Subject subject, String venue) {
    Optional<PracticalQuestion> asked = questions.understood(text);

    assertThat(asked.map(PracticalQuestion::subject)).contains(subject);
    assertThat(asked.map(PracticalQuestion::venue).map(VenueCard::id)).contains(venue);
  }

  @ParameterizedTest
  @CsvSource({
    "厕所在哪儿呀, TOILETS",
    "停车场一个小时收多少钱, PARKING",
    "寄存行李箱要收费吗, CLOAKROOM",
    "我的钱包丢了怎么办, LOST_THINGS",
    "学生票多少钱, TICKETS",
    "你们几点闭馆, HOURS"
  })
  void aVenueNeedNotBeNamed(String text, Subject subject) {
    assertThat(questions.understood(text)).contains(new PracticalQuestion(subject, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "鸟儿几点起床",
        "博物馆里的恐龙怎么来的",
        "流星雨几点开始",
        "荷花什么时候开放",
        "北京动物园的门票多少钱一张",
        "麋鹿苑为什么建在南海子？",
        "霍金是得了什么病坐轮椅的",
        "孩子丢了怎么办",
        "我找不到孩子了",
        "我丢了怎么办",
        "里面有什么东西",
        "这是什么东西"
      })
  void otherQuestionsAreLeftAlone(String text) {
    assertThat(questions.understood(text)).isEmpty();
  }

  @Test
  void noHeadingOfTheCollectionIsTakenButThoseOnOpeningHours() {
    List<String> headings =
        StarterCollection.documents().stream()
            .flatMap(document -> document.sections().stream())
            .map(Section::heading)
            .toList();

    assertThat(headings).hasSizeGreaterThan(1_500);
    assertThat(headings.stream().filter(heading -> questions.understood(heading).isPresent()))
        .containsOnly(ON_HOURS.toArray(String[]::new));
  }

  @Test
  void noQuestionOfTheBankIsTakenButThoseOnPracticalMatters() throws Exception {
    JsonMapper json = new JsonMapper();
    List<JsonNode> asked =
        Stream.of("astronomy", "biodiversity", "natural-history", "unanswerable")
            .map(name -> Path.of("../evaluation/home", name + ".jsonl"))
            .flatMap(PracticalQuestionsTest::lines)
            .map(json::readTree)
            .toList();

    assertThat(asked).hasSizeGreaterThan(1_000);
    assertThat(
            asked.stream()
                .filter(q -> questions.understood(q.path("question").asString()).isPresent())
                .filter(q -> !practical(q))
                .map(q -> q.path("question").asString()))
        .isEmpty();
  }

  private static boolean practical(JsonNode question) {
    return question.path("kind").asString("").equals("practical")
        || question
            .path("sections")
            .valueStream()
            .anyMatch(section -> ON_HOURS.contains(section.asString().split("#", 2)[1]));
  }

  private static Stream<String> lines(Path file) {
    try {
      return java.nio.file.Files.readAllLines(file).stream();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
