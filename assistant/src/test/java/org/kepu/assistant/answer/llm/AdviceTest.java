package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Articles;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Epilogue;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.answer.quote.QuotingAnswerer;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.Illustration;
import org.kepu.knowledge.collection.Illustrations;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.taxon.Names;

/** Advice is given whole and in its own words; what follows an answer comes in its order. */
class AdviceTest {

  private static final Document BITE =
      Articles.article(
          "bite",
          "蛇咬",
          "kind: advice\ntriggers: [蛇咬]",
          Articles.section("被蛇咬了怎么办？", "离开蛇。别跑动。摘下戒指。马上打120。记住蛇的样子。"));
  private static final Document SNAKES =
      Articles.article(
          "snakes",
          "蛇",
          Articles.section("北京有哪些蛇？", "北京常见赤链蛇。") + Articles.section("蛇吃什么？", "蛇吃老鼠。"));
  private static final Question QUESTION =
      new Question("蛇咬了", Channel.API, null, null, Audience.GENERAL, Language.SIMPLIFIED);

  private final List<AnswerPart> parts = new ArrayList<>();
  private final List<Prompt> prompts = new ArrayList<>();
  private final KnowledgeBase knowledge;

  AdviceTest(@TempDir Path folder) {
    knowledge = Articles.catalogued(folder, BITE, SNAKES);
  }

  @Test
  void isQuotedWholeWhateverItsLength() throws InterruptedException {
    Verdict verdict = quoting().answer(QUESTION, found(BITE, SNAKES), parts::add);

    assertThat(said()).containsExactly("离开蛇。", "别跑动。", "摘下戒指。", "马上打120。", "记住蛇的样子。");
    assertThat(verdict.generatedBy()).isEqualTo(Verdict.EXTRACTIVE);
  }

  @Test
  void isNeverPhrasedByAModel() throws InterruptedException {
    Verdict verdict = model().answer(QUESTION, found(BITE, SNAKES), parts::add);

    assertThat(prompts).isEmpty();
    assertThat(said()).hasSize(5);
    assertThat(verdict.generatedBy()).isEqualTo(Verdict.EXTRACTIVE);
  }

  @Test
  void isNotShownToAModelBesideWhatItPhrases() throws InterruptedException {
    model().answer(QUESTION, found(SNAKES, BITE), parts::add);

    assertThat(prompts)
        .singleElement()
        .satisfies(
            prompt -> assertThat(prompt.toString()).contains("赤链蛇").doesNotContain("马上打120"));
  }

  @Test
  void isFollowedByItsCitationsTwoPicturesAtMostAndSuggestions() throws InterruptedException {
    quoting("a.svg", "b.svg", "c.svg").answer(QUESTION, found(SNAKES, BITE), parts::add);

    assertThat(parts)
        .extracting(part -> (Object) part.getClass())
        .containsExactly(
            Sentence.class,
            Citation.class,
            AnswerPart.Illustration.class,
            AnswerPart.Illustration.class,
            Suggestions.class);
    assertThat(parts)
        .contains(
            new AnswerPart.Illustration("/media/a.svg", "看图 a.svg", "本馆"),
            new AnswerPart.Illustration("/media/b.svg", "看图 b.svg", "本馆"));
  }

  private List<String> said() {
    return parts.stream()
        .filter(Sentence.class::isInstance)
        .map(part -> ((Sentence) part).text())
        .toList();
  }

  private QuotingAnswerer quoting(String... pictures) {
    return new QuotingAnswerer(knowledge, epilogue(pictures));
  }

  private ModelAnswerer model() {
    return new ModelAnswerer(
        List.of(new SilentModel()),
        TestSettings.patient(),
        new ClaimGate(Names.NONE, List.of()),
        knowledge,
        epilogue(),
        quoting());
  }

  private Epilogue epilogue(String... pictures) {
    return new Epilogue(
        knowledge,
        new Illustrations(
            Stream.of(pictures)
                .map(
                    file ->
                        new Illustration(file, file, "看图 " + file, "本馆", List.of("snakes#北京有哪些蛇？")))
                .toList()));
  }

  /** The first section of each document. */
  private static Findings found(Document... documents) {
    List<Finding> ranked =
        Stream.of(documents).map(document -> new Finding(first(document), 1, 0.9, null)).toList();
    return new Findings(
        "generation", ranked, List.of(), new Evidence(0.9, 1, 0, false, 3, 0, null), false);
  }

  private static Passage first(Document document) {
    return Articles.passages(document).getFirst();
  }

  /** Remembers what it was asked and says nothing. */
  private final class SilentModel implements LanguageModel {

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public ModelStream write(Prompt prompt, Deadlines deadlines) {
      prompts.add(prompt);
      return new ModelStream() {
        @Override
        public Optional<String> next() {
          return Optional.empty();
        }

        @Override
        public Usage usage() {
          return new Usage(0, 0);
        }

        @Override
        public void close() {}
      };
    }
  }
}
