package org.kepu.evaluation.answers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.lang.Character.UnicodeScript;
import java.util.List;
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
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import org.kepu.evaluation.report.Shares;
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
      description =
          "How far below its baseline a figure may fall, two questions in any case; default"
              + " ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() {
    List<HomeQuestion> questions = all ? bank.all() : bank.forTesting();
    Shares shares = new Shares();
    List<Asked> asked = url == null ? askHere(questions, shares) : ask(questions, url);
    count(asked, shares);
    System.out.printf(
        "%d questions of %s%n%n| figure | value |%n|---|---|%n", asked.size(), bank.folder());
    shares.figures().forEach((name, value) -> System.out.printf("| %s | %.3f |%n", name, value));
    if (printFailures) {
      asked.stream().filter(Predicate.not(Asked::right)).forEach(System.out::println);
    }
    return held.conclude(shares, tolerance, figure -> true);
  }

  /** Asks over HTTP, and looks behind the answers how high the right section ranked. */
  private List<Asked> askHere(List<HomeQuestion> questions, Shares shares) {
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
      for (int k : List.of(1, 5)) {
        shares.put("answerable.recall@" + k, ranks, rank -> rank >= 1 && rank <= k);
      }
      return ask(questions, service.url());
    }
  }

  private List<Asked> ask(List<HomeQuestion> questions, String url) {
    ChatClient client = new ChatClient(url);
    return Progress.map(
        "Asking", questions, q -> new Asked(q, client.askFor(audience, q.question()), answering));
  }

  private static void count(List<Asked> asked, Shares shares) {
    List<Asked> answerable = asked.stream().filter(a -> a.question().answerable()).toList();
    List<Asked> other = asked.stream().filter(a -> !a.question().answerable()).toList();
    shares.put("answerable.answered", answerable, Asked::answered);
    shares.put("answerable.right-section", answerable, Asked::rightSection);
    shares.put("answerable.all-keywords", answerable, Asked::keywords);
    shares.put("unanswerable.refused", other, a -> !a.answered());
    answerable.stream()
        .collect(groupingBy(a -> String.valueOf(a.question().style()), TreeMap::new, toList()))
        .forEach((style, some) -> shares.put("all-keywords." + style, some, Asked::keywords));
    countRegisters(answerable, shares);
  }

  /** How answers are put: in which script and frame, and in how long sentences. */
  private static void countRegisters(List<Asked> answerable, Shares shares) {
    List<Asked> answered = answerable.stream().filter(Asked::answered).toList();
    shares.put(
        "register.traditional-in-traditional",
        of(answered, "traditional"),
        a -> TraditionalScript.isIn(a.text()));
    shares.put(
        "register.english-in-english-frame", of(answered, "english"), Asked::framedInEnglish);
    shares.put(
        "register.sentences-to-40-characters",
        answered.stream().flatMap(Asked::sentences).toList(),
        sentence -> sentence.length() <= SHORT);
  }

  private static List<Asked> of(List<Asked> asked, String style) {
    return asked.stream().filter(a -> style.equals(a.question().style())).toList();
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
