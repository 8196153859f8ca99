package org.kepu.assistant.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.chat.Answer.SaidSentence;
import org.kepu.assistant.chat.Timings;
import org.springframework.context.support.ResourceBundleMessageSource;

class AnswerTextTest {

  private static final int MOST = 2_048;
  private static final String LABEL = "（人工智能生成）";

  private final AnswerText texts =
      new AnswerText(messages(), citation -> "https://a.org/" + citation.index());

  @Test
  void sentencesSourcesQuestionsAndLabelFollowEachOther() {
    Answer answer =
        answer(
            List.of(said("麋鹿的角像鹿。", 1), said("It eats grass.", 2), said("尾巴像驴。", 1, 2)),
            List.of(citation(1, "麋鹿", "为什么叫四不像？"), citation(2, "食物", "")),
            List.of("麋鹿吃什么？", "角什么时候脱落？", "有多少只？", "第四个？"));

    assertThat(text(answer))
        .isEqualTo(
            """
            麋鹿的角像鹿。[1]It eats grass.[2] 尾巴像驴。[1][2]

            来源：
            [1] <a href="https://a.org/1">麋鹿 · 为什么叫四不像？</a>
            [2] <a href="https://a.org/2">食物</a>

            您可以这样问：
            · 麋鹿吃什么？
            · 角什么时候脱落？
            · 有多少只？

            （人工智能生成）""");
  }

  @Test
  void whatHasNoSourceHasNoListOfThem() {
    Answer answer = answer(List.of(said("没有找到可靠的依据。")), List.of(), List.of());

    assertThat(text(answer)).isEqualTo("没有找到可靠的依据。\n\n" + LABEL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 10, 11, 12, 13, 20, 60})
  void anAnswerOfAnyLengthFitsAndEndsWithAWholeSentence(int sentences) {
    String sentence = "麋鹿生活在水边的湿地里，蹄子宽大，行走时悬蹄会张开，适合在泥沼上走路，还会游泳𫚥。";
    Answer answer =
        answer(
            IntStream.range(0, sentences).mapToObj(i -> said(sentence, i + 1)).toList(),
            IntStream.range(0, sentences).mapToObj(i -> citation(i + 1, "麋鹿", "蹄子")).toList(),
            List.of("麋鹿吃什么？"));

    String text = text(answer);

    assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(MOST);
    assertThat(text).endsWith(LABEL).startsWith(sentence + "[1]");
    int said = text.split(sentence, -1).length - 1;
    assertThat(said).isPositive();
    assertThat(text.contains("内容较长")).isEqualTo(said < sentences);
    assertThat(text).contains("[" + said + "] <a").doesNotContain("[" + (said + 1) + "]");
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"麋鹿", "𫚥鱼", "👨‍👩‍👧", "e\u0301", "Elaphurus davidianus "})
  void aSentenceThatIsTooLongIsCutButNotInsideACharacter(String word) {
    Answer answer =
        answer(List.of(said(word.repeat(1_500), 1)), List.of(citation(1, "麋鹿", "")), List.of());

    String text = text(answer);

    assertThat(text.getBytes(UTF_8).length).isBetween(MOST - 100, MOST);
    String said = text.substring(0, text.indexOf("……"));
    assertThat(word.repeat(1_500)).startsWith(said);
    assertThat(characters(word.repeat(1_500))).as("where a character ends").contains(said.length());
    assertThat(Character.isHighSurrogate(said.charAt(said.length() - 1))).isFalse();
    assertThat(text).contains("……[1]", "来源：").endsWith(LABEL);
  }

  @Test
  void onlyOurLinksAreLinks() {
    Answer answer =
        answer(
            List.of(said("点<a href=\"https://evil.example\">这里</a>，3 < 5。", 1)),
            List.of(citation(1, "<img src=x>标题", "</a>小节")),
            List.of("<A HREF='//evil'>？"));

    assertThat(text(answer))
        .contains("点＜a href=", "＜/a>，3 < 5。", "＜img src=x>标题 · ＜/a>小节</a>", "＜A HREF=")
        .containsOnlyOnce("<a ");
  }

  @Test
  void aLongNameOfASourceIsShortened() {
    String title = "𫚥".repeat(100);
    Answer answer = answer(List.of(said("麋鹿。", 1)), List.of(citation(1, title, "")), List.of());

    assertThat(text(answer)).contains(">" + "𫚥".repeat(60) + "…</a>");
  }

  /** Where characters end, as a reader sees them. */
  private static List<Integer> characters(String text) {
    return Pattern.compile("\\X").matcher(text).results().map(MatchResult::end).toList();
  }

  private String text(Answer answer) {
    return texts.of(answer, Locale.SIMPLIFIED_CHINESE);
  }

  private static SaidSentence said(String text, Integer... citations) {
    return new SaidSentence(text, Stream.of(citations).toList(), List.of());
  }

  private static Citation citation(int index, String title, String heading) {
    return new Citation(
        index, "d", "sha256:0", title, heading, "", 0, 0, null, "/d", "来源", "CC BY 4.0", null);
  }

  private static Answer answer(
      List<SaidSentence> sentences, List<Citation> citations, List<String> suggestions) {
    return new Answer(
        "c",
        "a",
        Outcome.ANSWERED,
        "",
        sentences,
        citations,
        List.of(),
        suggestions,
        "extractive",
        "人工智能生成",
        new Timings(1, 1, 1));
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
