package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.assistant.answer.llm.Draft.Claim;

class DraftTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        written("麋鹿吃草。[1]", claim("麋鹿吃草。", 1)),
        written("人们叫它“四不像。”[1]它会游泳。[2]", claim("人们叫它“四不像。”", 1), claim("它会游泳。", 2)),
        written("麋鹿（又叫四不像。）[1]它会游泳。[2]", claim("麋鹿（又叫四不像。）", 1), claim("它会游泳。", 2)),
        written("麋鹿吃草[1]。", claim("麋鹿吃草。", 1)),
        written("麋鹿吃草。[1]它会游泳！[2]", claim("麋鹿吃草。", 1), claim("它会游泳！", 2)),
        written("麋鹿吃草[1]。它会游泳[2]！", claim("麋鹿吃草。", 1), claim("它会游泳！", 2)),
        written(
            "麋鹿吃草。[1][3]它会游泳吗？ [2] [4] 会。[5]",
            claim("麋鹿吃草。", 1, 3),
            claim("它会游泳吗？", 2, 4),
            claim("会。", 5)),
        written("麋鹿吃草。[12]\n\n它会游泳。[2]\n", claim("麋鹿吃草。", 12), claim("它会游泳。", 2)),
        written("麋鹿[2]吃草。[1][2]", claim("麋鹿吃草。", 2, 1)),
        written("没有编号。麋鹿吃草。[1]", claim("没有编号。"), claim("麋鹿吃草。", 1)),
        written("没有句号[1]", claim("没有句号", 1)),
        written("没有句号也没有编号", claim("没有句号也没有编号")),
        written("人们叫它“四不像”。[1]它会游泳。[2]", claim("人们叫它“四不像”。", 1), claim("它会游泳。", 2)),
        written("体重3.5公斤。[1]长1.25米。[2]", claim("体重3.5公斤。", 1), claim("长1.25米。", 2)),
        written(
            "Milu eat grass. [1] They swim! [2] Do they?[3]",
            claim("Milu eat grass.", 1),
            claim("They swim!", 2),
            claim("Do they?", 3)),
        written(
            "They weigh 3.5 kg.[1] They swim.[2]",
            claim("They weigh 3.5 kg.", 1),
            claim("They swim.", 2)),
        written("学名是 E. davidianus。[1]", claim("学名是 E."), claim("davidianus。", 1)),
        written("麋鹿吃草。[1, 2]它会游泳。[2，3]", claim("麋鹿吃草。", 1, 2), claim("它会游泳。", 2, 3)),
        written("麋鹿吃草【2】。它会游泳。【1】【3】", claim("麋鹿吃草。", 2), claim("它会游泳。", 1, 3)),
        written("麋鹿吃草。［1］它会游泳。[资料2]", claim("麋鹿吃草。", 1), claim("它会游泳。", 2)),
        written("麋鹿吃草。[1-3]会。[4、5]", claim("麋鹿吃草。", 1, 2, 3), claim("会。", 4, 5)),
        written("", new Claim[0]),
        written(" \n ", new Claim[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aTextFallsIntoSentencesWithTheirMarks(String text, List<Claim> claims) {
    assertThat(read(List.of(text))).isEqualTo(claims);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void whereverItIsCutInTwoTheSentencesAreTheSame(String text, List<Claim> claims) {
    assertThat(IntStream.rangeClosed(0, text.length()))
        .allSatisfy(
            cut ->
                assertThat(read(List.of(text.substring(0, cut), text.substring(cut))))
                    .as("cut after “%s”", text.substring(0, cut))
                    .isEqualTo(claims));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void wordByWordTheSentencesAreTheSame(String text, List<Claim> claims) {
    assertThat(read(text.codePoints().mapToObj(Character::toString).toList())).isEqualTo(claims);
  }

  @Test
  void aSentenceComesOutOnceTheNextBegins() {
    Draft draft = new Draft();

    assertThat(draft.add("麋鹿吃草。")).isEmpty();
    assertThat(draft.add("[1]")).isEmpty();
    assertThat(draft.add("它")).containsExactly(claim("麋鹿吃草。", 1));
    assertThat(draft.add("会游泳。[2]")).isEmpty();
    assertThat(draft.finish()).containsExactly(claim("它会游泳。", 2));
  }

  @Test
  void whatWasFinishedDoesNotComeAgain() {
    Draft draft = new Draft();
    draft.add("麋鹿吃草。[1]");
    draft.finish();

    assertThat(draft.finish()).isEmpty();
  }

  private static List<Claim> read(List<String> words) {
    Draft draft = new Draft();
    List<Claim> claims = new ArrayList<>();
    words.forEach(word -> claims.addAll(draft.add(word)));
    claims.addAll(draft.finish());
    return claims;
  }

  private static Arguments written(String text, Claim... claims) {
    return Arguments.of(text, List.of(claims));
  }

  private static Claim claim(String text, Integer... passages) {
    return new Claim(text, List.of(passages));
  }
}
