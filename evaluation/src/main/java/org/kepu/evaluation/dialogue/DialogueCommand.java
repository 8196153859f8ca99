package org.kepu.evaluation.dialogue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.context.ContextualSearch;
import org.kepu.evaluation.answers.ChatClient;
import org.kepu.evaluation.answers.LocalService;
import org.kepu.evaluation.data.AnsweringSections;
import org.kepu.evaluation.data.HomeDialogue;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.data.OptionalDataSets;
import org.kepu.evaluation.data.QuestionBank;
import org.kepu.evaluation.metrics.Share;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Shares;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.collection.StarterCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds dialogues with the service, and changes the subject on it. */
@Command(
    name = "dialogue",
    description = {
      "Holds the home dialogues with a service started here, over HTTP; asks whole questions after",
      "turns about something else; and, where --data is given, completes 500 turns of",
      "utterance_rewriter. Exits with 1 if a figure falls below its baseline."
    },
    mixinStandardHelpOptions = true)
public final class DialogueCommand implements Callable<Integer> {

  private static final String REWRITER = "rewriter.";
  private static final int PASSAGES = 6;

  @Mixin private QuestionBank bank = new QuestionBank();

  @Mixin private OptionalDataSets data = new OptionalDataSets();

  @Option(names = "--failures", description = "Print each turn that went wrong")
  private boolean printFailures;

  @Mixin private HeldFigures held = new HeldFigures();

  @Option(
      names = "--tolerance",
      defaultValue = "0.01",
      description =
          "How far below its baseline a figure may fall, two turns in any case; default"
              + " ${DEFAULT-VALUE}")
  private double tolerance;

  @Override
  public Integer call() {
    Shares shares = new Shares();
    try (LocalService service = new LocalService()) {
      holdDialogues(service, shares);
      changeTheSubject(service, shares);
      data.folder().ifPresent(folder -> completeTurns(folder, service.bean(Context.class), shares));
    }
    System.out.printf("%n| figure | value |%n|---|---|%n");
    shares.figures().forEach((name, value) -> System.out.printf("| %s | %.3f |%n", name, value));
    // Without the data sets, their figures are not held to anything.
    return held.conclude(
        shares, tolerance, figure -> data.folder().isPresent() || !figure.startsWith(REWRITER));
  }

  private void holdDialogues(LocalService service, Shares shares) {
    List<HomeDialogue> dialogues = HomeDialogue.all(bank.folder());
    List<HomeDialogues.Turn> turns =
        new HomeDialogues(
                new ChatClient(service.url()), new AnsweringSections(StarterCollection.documents()))
            .hold(dialogues);
    List<HomeDialogues.Turn> followUps =
        turns.stream().filter(HomeDialogues.Turn::followUp).toList();
    List<HomeDialogues.Turn> unseen =
        followUps.stream().filter(turn -> !turn.dialogue().forTraining()).toList();
    System.out.printf(
        "%d dialogues of %s with %d turns, %d of them follow-ups, %d in the half for testing%n",
        dialogues.size(), bank.folder(), turns.size(), followUps.size(), unseen.size());
    shares.put("home.turns", turns, HomeDialogues.Turn::right);
    shares.put("home.follow-ups", followUps, HomeDialogues.Turn::right);
    shares.put("home.follow-ups.for-testing", unseen, HomeDialogues.Turn::right);
    if (!followUps.isEmpty()) {
      System.out.printf(
          "Follow-ups that are right without the turns before them: %.3f%n",
          Share.of(followUps, HomeDialogues.Turn::rightAlone).value());
    }
    print(turns, HomeDialogues.Turn::right);
  }

  private void changeTheSubject(LocalService service, Shares shares) {
    KnowledgeBase knowledge = service.bean(KnowledgeBase.class);
    ContextualSearch search =
        new ContextualSearch(question -> knowledge.search(SearchRequest.of(question, PASSAGES)));
    List<HomeQuestion> questions = bank.forTesting();
    List<StandingAlone.Asked> asked =
        new StandingAlone(service.bean(Context.class), search).ask(questions);
    System.out.printf(
        "%d whole questions of %s, each after a turn about something else%n",
        asked.size(), bank.folder());
    shares.put("home.whole-questions-left-alone", asked, StandingAlone.Asked::asItStands);
    print(asked, StandingAlone.Asked::asItStands);
  }

  private void completeTurns(Path sets, Context context, Shares shares) {
    List<Rewriting> turns = Rewriting.forTesting(sets);
    System.out.printf("%d turns of utterance_rewriter%n", turns.size());
    shares.put(REWRITER + "subject", turns, turn -> turn.namesSubject(turn.understood(context)));
  }

  private <T> void print(List<T> all, Predicate<T> right) {
    if (printFailures) {
      all.stream().filter(Predicate.not(right)).forEach(System.out::println);
    }
  }
}
