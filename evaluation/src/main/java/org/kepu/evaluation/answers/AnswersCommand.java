package org.kepu.evaluation.answers;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.register.TraditionalScript;
import org.kepu.evaluation.data.AnsweringSections;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.metrics.RankMetrics;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.collection.StarterCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Asks the service the home questions and checks what it answers and what it refuses. */
@Command(
    name = "answers",
    description = {
      "Asks the home questions over HTTP: of a service started here, or of one at --url.",
      "Exits with 1 if a figure falls below its baseline."
    },
    mixinStandardHelpOptions = true)
public final class AnswersCommand implements Callable<Integer> {

  private static final int RANKS = 10;

  /** A sentence that a child or an elder reads in one go, in characters. */
  private static final int SHORT = 40;

  private final AnsweringSections answering = new AnsweringSections(StarterCollection.documents());

  @Option(names = "--url", description = "A running service; without it one is started here")
  private @Nullable String url;

  @Mixin private QuestionBank bank = new QuestionBank();

  @Option(
      names = "--all",
      description =
          "Ask the half that the reader trained on too; without it only the half for testing")
  private boolean all;

  @Option(
      names = "--reader-tokens",
      defaultValue = "600",
      description =
          "The reader's budget a question, of a service started here; default ${DEFAULT-VALUE}")
  private int readerTokens;

  @Option(
      names = "--audience",
      defaultValue = "general",
      description = "For whom: child, general, elder or educator; default ${DEFAULT-VALUE}")
  private String audience = "general";

  @Option(names = "--failures", description = "Print each question that went wrong")
  private boolean printFailures;

  @Mixin private HeldFigures held = new HeldFigures();

  @Option(
      names = "--tolerance",
      defaultValue = "0.01",
      description = "How far below its baseline a figure may fall; default ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() {
    List<HomeQuestion> questions = all ? bank.all() : bank.forTesting();
    Map<String, Double> figures = new LinkedHashMap<>();
    List<Asked> asked = url == null ? askHere(questions, figures) : ask(questions, url);
    figures.putAll(figures(asked));
    System.out.printf(
        "%d questions of %s%n%n| figure | value |%n|---|---|%n", asked.size(), bank.folder());
    figures.forEach((name, value) -> System.out.printf("| %s | %.3f |%n", name, value));
    if (printFailures) {
      asked.stream().filter(Predicate.not(Asked::right)).forEach(System.out::println);
    }
    return held.conclude(figures, tolerance);
  }

  /** Asks over HTTP, and looks behind the answers how high the right section ranked. */
  private List<Asked> askHere(List<HomeQuestion> questions, Map<String, Double> figures) {
    try (LocalService service = new LocalService("--kepu.chat.reader-tokens=" + readerTokens)) {
      KnowledgeBase knowledge = service.bean(KnowledgeBase.class);
      List<Integer> ranks =
          Progress.map(
              "Searching",
              questions.stream().filter(HomeQuestion::answerable).toList(),
              question ->
                  answering.rank(
                      question,
                      knowledge
                          .search(
                              SearchRequest.of(question.question(), RANKS)
                                  .withReaderTokens(readerTokens))
                          .ranked()));
      figures.put("answerable.recall@1", RankMetrics.of(ranks).recallAt1());
      figures.put("answerable.recall@5", RankMetrics.of(ranks).recallAt5());
      return ask(questions, service.url());
    }
  }

  private List<Asked> ask(List<HomeQuestion> questions, String url) {
    ChatClient client = new ChatClient(url);
    return Progress.map(
        "Asking", questions, q -> new Asked(q, client.askFor(audience, q.question()), answering));
  }

  private static Map<String, Double> figures(List<Asked> asked) {
    List<Asked> answerable = asked.stream().filter(a -> a.question().answerable()).toList();
    List<Asked> other = asked.stream().filter(a -> !a.question().answerable()).toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("answerable.answered", share(answerable, Asked::answered));
    figures.put("answerable.right-section", share(answerable, Asked::rightSection));
    figures.put("answerable.all-keywords", share(answerable, Asked::keywords));
    figures.put("unanswerable.refused", share(other, a -> !a.answered()));
    Map<String, List<Asked>> styles = new TreeMap<>();
    answerable.forEach(
        a ->
            styles
                .computeIfAbsent(
                    String.valueOf(a.question().style()), s -> new java.util.ArrayList<>())
                .add(a));
    styles.forEach(
        (style, some) -> figures.put("all-keywords." + style, share(some, Asked::keywords)));
    figures.putAll(registers(answerable));
    return figures;
  }

  /** How answers are put: in which script and frame, and in how long sentences. */
  private static Map<String, Double> registers(List<Asked> answerable) {
    List<Asked> answered = answerable.stream().filter(Asked::answered).toList();
    List<String> sentences = answered.stream().flatMap(Asked::sentences).toList();
    return Map.of(
        "register.traditional-in-traditional",
        share(of(answered, "traditional"), a -> TraditionalScript.isIn(a.text())),
        "register.english-in-english-frame",
        share(of(answered, "english"), Asked::framedInEnglish),
        "register.sentences-to-40-characters",
        (double) sentences.stream().filter(s -> s.length() <= SHORT).count()
            / Math.max(1, sentences.size()));
  }

  private static List<Asked> of(List<Asked> asked, String style) {
    return asked.stream().filter(a -> style.equals(a.question().style())).toList();
  }

  private static double share(List<Asked> asked, Predicate<Asked> condition) {
    return asked.isEmpty() ? 1 : (double) asked.stream().filter(condition).count() / asked.size();
  }

  /** A question with the answer it got. */
  private record Asked(HomeQuestion question, JsonNode answer, AnsweringSections answering) {

    /** Who is sent on to a venue's own channels, where nothing else is known, is answered too. */
    boolean answered() {
      String outcome = answer.path("outcome").asString();
      return outcome.equals("answered") || (question.answerable() && outcome.equals("redirected"));
    }

    boolean rightSection() {
      return sections().anyMatch(section -> answering.answers(question, section));
    }

    boolean keywords() {
      return answered() && question.keywordsIn(text());
    }

    String text() {
      return answer.path("text").asString();
    }

    Stream<String> sentences() {
      return StreamSupport.stream(answer.path("sentences").spliterator(), false)
          .map(sentence -> sentence.path("text").asString());
    }

    /** Either all of it is in English, or a sentence without a source leads in what is not. */
    boolean framedInEnglish() {
      String first = sentences().findFirst().orElse("");
      return first.chars().noneMatch(c -> Character.UnicodeScript.of(c) == UnicodeScript.HAN)
          && answer.at("/sentences/0/citations").isEmpty();
    }

    boolean right() {
      return question.answerable() ? keywords() : !answered();
    }

    private Stream<String> sections() {
      return StreamSupport.stream(answer.path("citations").spliterator(), false)
          .map(c -> c.path("documentId").asString() + "#" + c.path("heading").asString());
    }

    @Override
    public String toString() {
      return "%s %s%n    wanted %s %s%n    got %s %s: %s"
          .formatted(
              question.id(),
              question.question(),
              question.sections(),
              question.keywords(),
              answer.path("outcome").asString(),
              sections().findFirst().orElse("–"),
              text());
    }
  }
}
