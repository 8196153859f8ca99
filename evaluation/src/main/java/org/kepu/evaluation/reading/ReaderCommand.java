package org.kepu.evaluation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.data.ReadingSet.TextQuestion;
import org.kepu.evaluation.data.ReadingSets;
import org.kepu.evaluation.report.FiguresFile;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.reader.onnx.MiniReader;
import org.kepu.knowledge.text.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the reader the right passage and checks where it sees the answer. */
@Command(
    name = "reader",
    description = {
      "Gives the product's reader each question with its passage, and reports how well the span it",
      "marks matches the answer: exact match, F1, and whether its sentence holds the answer."
    },
    mixinStandardHelpOptions = true)
public final class ReaderCommand implements Callable<Integer> {

  @Mixin private ReadingSets sets = new ReadingSets();

  @Option(
      names = "--set",
      defaultValue = "cmrc2018",
      description = "The set that is asked; default ${DEFAULT-VALUE}")
  private String set = "";

  @Option(
      names = "--split",
      defaultValue = "dev",
      description = "Only this part of the set; default ${DEFAULT-VALUE}")
  private String split = "";

  @Option(
      names = "--limit",
      defaultValue = "2147483647",
      description = "At most so many questions, spread over the set; default: all")
  private int limit;

  @Mixin private FiguresFile file = new FiguresFile();

  @Override
  public Integer call() {
    // One passage, however long: the reader cuts it into windows by itself.
    PassageSplitter whole = new PassageSplitter(Integer.MAX_VALUE, Integer.MAX_VALUE);
    Map<String, Passage> passages =
        ReadingSet.passages(sets.folder(), set).stream()
            .collect(Collectors.toMap(TextPassage::id, passage -> passage(whole, passage)));
    List<TextQuestion> questions =
        ReadingSet.questions(sets.folder(), set).stream()
            .filter(q -> q.split() == null || q.split().equals(split))
            .toList();
    List<TextQuestion> asked = spread(questions);
    List<Score> scores;
    try (Reader reader = new MiniReader()) {
      scores =
          Progress.map(
              "Reading",
              asked,
              q ->
                  score(reader, q, Optional.ofNullable(passages.get(q.passageId())).orElseThrow()));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(set + ".exact-match", mean(scores, Score::exact));
    figures.put(set + ".f1", mean(scores, Score::f1));
    figures.put(set + ".sentence", mean(scores, Score::sentence));
    System.out.printf(
        "%d questions of %s%n%n| figure | per cent |%n|---|---|%n", asked.size(), set);
    figures.forEach((name, value) -> System.out.printf("| %s | %.1f |%n", name, 100 * value));
    file.write(figures);
    return 0;
  }

  private List<TextQuestion> spread(List<TextQuestion> all) {
    List<TextQuestion> some = new ArrayList<>();
    int count = Math.min(limit, all.size());
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }

  private static Passage passage(PassageSplitter splitter, TextPassage passage) {
    return splitter
        .split(
            new DocumentText(passage.title())
                .block(passage.text())
                .toDocument(passage.id(), Metadata.NONE))
        .getFirst();
  }

  private static Score score(Reader reader, TextQuestion question, Passage passage) {
    Reading reading = reader.read(question.question(), Page.whole(passage));
    String answer = reading.answer().of(passage.text());
    String sentence =
        Sentences.of(passage.text()).stream()
            .filter(span -> span.end() > reading.answer().start())
            .findFirst()
            .map(span -> span.of(passage.text()))
            .orElse("");
    boolean holds = question.answers().stream().anyMatch(sentence::contains);
    return new Score(
        AnswerMatch.exact(answer, question.answers()),
        AnswerMatch.f1(answer, question.answers()),
        holds ? 1 : 0);
  }

  private static double mean(List<Score> scores, ToDoubleFunction<Score> measure) {
    return scores.stream().mapToDouble(measure).average().orElse(0);
  }

  private record Score(double exact, double f1, double sentence) {}
}
