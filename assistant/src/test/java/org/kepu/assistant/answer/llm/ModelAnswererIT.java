package org.kepu.assistant.answer.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.finish;
import static org.kepu.assistant.FakeModel.words;
import static org.kepu.assistant.ModelTest.MODEL;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ModelTest;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.text.Sentences;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever a model does, the visitor gets sentences with sources, and one end. */
@ModelTest
class ModelAnswererIT {

  private static final String QUESTION = "麋鹿苑的麋鹿是从哪里回来的？";

  @LocalServerPort private int port;
  @Autowired private KnowledgeBase knowledge;
  @Autowired private JdbcClient jdbc;

  private Client client = new Client(0);
  private List<Passage> passages = List.of();
  private String first = "";
  private String second = "";

  @BeforeEach
  void readTheSources() {
    client = new Client(port);
    passages =
        knowledge.search(SearchRequest.of(QUESTION, 6)).ranked().stream()
            .map(Finding::passage)
            .toList();
    first = sentence(passages.get(0), 0);
    second = sentence(passages.get(0), 1);
  }

  @Test
  void sentencesComeInTheModelsWordsEachWithItsOwnSource() {
    String other = sentence(passages.get(1), 0);
    MODEL.says(words("原来，", first, "[1]", "另外，" + other + "[2]") + STOP);

    List<Event> events = ask();

    assertThat(names(events))
        .matches("accepted sentence sentence citation citation suggestions done");
    assertThat(said(events)).containsExactly("原来，" + first, "另外，" + other);
    assertThat(of(events, "sentence"))
        .extracting(sentence -> sentence.path("citations").toString())
        .containsExactly("[1]", "[2]");
    assertThat(of(events, "citation"))
        .extracting(citation -> citation.path("quote").asString())
        .containsExactly(first, other);
    assertThat(of(events, "citation"))
        .allSatisfy(
            citation ->
                assertThat(
                        client
                            .get(citation.path("url").asString())
                            .json()
                            .path("text")
                            .asString()
                            .substring(
                                citation.path("start").asInt(), citation.path("end").asInt()))
                    .isEqualTo(citation.path("quote").asString()));
    assertEnd(events, "answered", "llm:fake");
  }

  @Test
  void theModelIsAskedOnceWithTheQuestionAndItsSources() {
    MODEL.says(words(first + "[1]") + STOP);

    ask();

    assertThat(MODEL.requests())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getBodyAsString())
                    .contains("\"model\" : \"fake\"", "\"stream\" : true", QUESTION)
                    .contains(passages.getFirst().text().lines().findFirst().orElseThrow()));
  }

  @Test
  void wordsMayBeCutAnywhere() {
    String answer = first + "[1]" + second + "[1]";
    MODEL.says(
        words(answer.codePoints().mapToObj(Character::toString).toArray(String[]::new)) + STOP);

    List<Event> events = ask();

    assertThat(said(events)).containsExactly(first, second);
    assertEnd(events, "answered", "llm:fake");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "[0]", "[7]", "[99]"})
  void aSentenceWithoutAMarkOrWithAWrongOneIsLeftOut(String mark) {
    MODEL.says(words(second + mark, first + "[1]") + STOP);

    List<Event> events = ask();

    assertThat(said(events)).containsExactly(first);
    assertEnd(events, "answered", "llm:fake");
  }

  @Test
  void aSentenceThatItsSourceDoesNotSayIsLeftOut() {
    MODEL.says(words("大熊猫最爱吃竹子。[1]", first + "[1]") + STOP);

    assertThat(said(ask())).containsExactly(first);
  }

  @Test
  void aSentenceWithAnotherNumberThanItsSourceIsLeftOut() {
    assertThat(first).as("the sentence this test rests on").contains("1985");
    MODEL.says(words(first.replace("1985", "1958") + "[1]", second + "[1]") + STOP);

    assertThat(said(ask())).containsExactly(second);
  }

  @Test
  void whereTheFirstSentenceAndMostOthersDoNotHoldTheSourcesAreQuoted() {
    MODEL.says(words(first.replace("1985", "1958") + "[1]", "熊猫吃竹子。[1]", second + "[1]") + STOP);

    List<Event> events = ask();

    assertThat(said(events).getFirst()).isEqualTo(first);
    assertEnd(events, "answered", "extractive");
  }

  @Test
  void numbersMayBeWrittenOtherwiseAndMarksGroupedInOtherBrackets() {
    String han = first.replace("1985年", "一九八五年");
    MODEL.says(words(han + "【1, 2】" + second + "[1，3]") + STOP);

    List<Event> events = ask();

    assertThat(said(events)).containsExactly(han, second);
    assertEnd(events, "answered", "llm:fake");
  }

  static Stream<Arguments> failuresBeforeAWord() {
    return Stream.of(
        model("says nothing", model -> model.says(STOP)),
        model("has no answer", model -> model.says(words("无。") + STOP)),
        model("says only what no source says", model -> model.says(words("熊猫吃竹子。[1]") + STOP)),
        model("fails", model -> model.respond(aResponse().withStatus(500).withBody("oops"))),
        model("is busy", model -> model.respond(aResponse().withStatus(429))),
        model("wants another key", model -> model.respond(aResponse().withStatus(401))),
        model("is not there", model -> model.respond(aResponse().withStatus(404))),
        model("is a login page", model -> model.respond(aResponse().withBody("<html>Sign in"))),
        model("hangs up", model -> model.respond(aResponse().withFault(Fault.EMPTY_RESPONSE))),
        model(
            "resets the connection",
            model -> model.respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))),
        model(
            "talks garbage",
            model -> model.respond(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))),
        model(
            "hangs before its first word",
            model -> model.respond(aResponse().withFixedDelay(8_000))),
        model("reports an error in its stream", model -> model.says(ERROR)),
        model("writes no JSON", model -> model.says("data: {oops\n\ndata: [DONE]\n\n")),
        model("writes a line without an end", model -> model.says("data: " + "麋".repeat(200_000))),
        model(
            "says nothing but comments",
            model ->
                model.saysSlowly(Duration.ofSeconds(2), ":1\n\n", ":2\n\n", ":3\n\n", ":4\n\n")),
        model("sends its visitor on", model -> model.respond(aResponse().withStatus(302))),
        model(
            "reports an error and goes on",
            model -> model.says("event: error\n" + ERROR + words("熊猫吃竹子。[1]"))),
        model("completes after an error", model -> model.says(ERROR + STOP)),
        model("calls tools", model -> model.says(finish("tool_calls"))),
        model("ends before it has begun", model -> model.says("")),
        model("stops in a sentence", model -> model.says(words("麋鹿苑的"))),
        model("may not go on", model -> model.says(words("麋鹿苑的") + finish("content_filter"))),
        model("never stops", model -> model.says(words("麋".repeat(300), "鹿".repeat(300)))));
  }

  @ParameterizedTest(name = "a model that {0}")
  @MethodSource("failuresBeforeAWord")
  void whereTheModelSaysNothingThatHoldsTheSourcesAreQuoted(
      String what, Consumer<FakeModel> behaviour) {
    behaviour.accept(MODEL);

    List<Event> events = ask();

    assertThat(said(events).getFirst()).isEqualTo(first);
    assertThat(names(events)).matches("accepted( sentence)+( citation)+ suggestions done");
    assertEnd(events, "answered", "extractive");
  }

  private static final String ERROR =
      "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\",\"code\":503}}\n\n";

  static Stream<Arguments> failuresAfterASentence() {
    return Stream.of(
        after("is cut off", spoken -> MODEL.says(spoken)),
        after("is cut off but says [DONE]", spoken -> MODEL.says(spoken + "data: [DONE]\n\n")),
        after(
            "writes a line without an end",
            spoken -> MODEL.says(spoken + "data: " + "麋".repeat(200_000))),
        after("is filtered", spoken -> MODEL.says(spoken + finish("content_filter"))),
        after("has written enough", spoken -> MODEL.says(spoken + finish("length"))),
        after("reports an error", spoken -> MODEL.says(spoken + ERROR)),
        after("never stops", spoken -> MODEL.says(spoken + words("麋".repeat(600)) + STOP)),
        after(
            "falls silent",
            spoken -> MODEL.saysSlowly(Duration.ofSeconds(3), spoken, words("还"), STOP)));
  }

  @ParameterizedTest(name = "a model that {0}")
  @MethodSource("failuresAfterASentence")
  void whereTheModelFailsAfterASentenceThatSentenceStands(String what, Consumer<String> behaviour) {
    behaviour.accept(words(first + "[1]", "它们"));

    List<Event> events = ask();

    assertThat(said(events)).containsExactly(first);
    assertThat(names(events)).matches("accepted sentence citation suggestions done");
    assertEnd(events, "partial", "llm:fake");
  }

  @Test
  void linesThatAreNoWordsArePassedOver() {
    MODEL.says(": waiting\n\n" + words(first) + ": waiting\n\nid: 7\n\n" + words("[1]") + STOP);

    List<Event> events = ask();

    assertThat(said(events)).containsExactly(first);
    assertEnd(events, "answered", "llm:fake");
  }

  @Test
  void withoutASourceTheModelIsNotAsked() {
    MODEL.says(words("量子计算机一台一亿元。[1]") + STOP);

    JsonNode answer = client.ask("量子计算机多少钱一台？").json();

    assertThat(answer.path("outcome").asString()).isEqualTo("no_source");
    assertThat(MODEL.requests()).isEmpty();
  }

  private List<Event> ask() {
    return client.events(QUESTION);
  }

  /** It ended once, and was logged once with the same words. */
  private void assertEnd(List<Event> events, String outcome, String generatedBy) {
    assertThat(events)
        .filteredOn(event -> event.name().equals("done") || event.name().equals("error"))
        .hasSize(1);
    JsonNode done = events.getLast().data();
    assertThat(done.path("outcome").asString()).isEqualTo(outcome);
    assertThat(done.path("generatedBy").asString()).isEqualTo(generatedBy);
    String answerId = events.getFirst().data().path("answerId").asString();
    assertThat(new InteractionRecords(jdbc).outcomes(answerId)).containsExactly(outcome);
  }

  private static String names(List<Event> events) {
    return String.join(" ", events.stream().map(Event::name).toList());
  }

  private static List<JsonNode> of(List<Event> events, String name) {
    return events.stream().filter(event -> event.name().equals(name)).map(Event::data).toList();
  }

  private static List<String> said(List<Event> events) {
    return new ArrayList<>(
        of(events, "sentence").stream().map(data -> data.path("text").asString()).toList());
  }

  private static String sentence(Passage passage, int index) {
    return Sentences.of(passage.text()).get(index).of(passage.text());
  }

  private static Arguments model(String what, Consumer<FakeModel> behaviour) {
    return Arguments.of(what, behaviour);
  }

  private static Arguments after(String what, Consumer<String> behaviour) {
    return Arguments.of(what, behaviour);
  }
}
