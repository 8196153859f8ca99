package org.kepu.evaluation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.kepu.evaluation.answers.ChatClient;
import org.kepu.evaluation.data.AnsweringSections;
import org.kepu.evaluation.data.HomeDialogue;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.evaluation.report.Progress;
import tools.jackson.databind.JsonNode;

/** Holds the home dialogues with a running service, turn by turn, as a visitor would. */
final class HomeDialogues {

  private final ChatClient client;
  private final AnsweringSections answering;

  HomeDialogues(ChatClient client, AnsweringSections answering) {
    this.client = client;
    this.answering = answering;
  }

  /** What became of every turn. */
  List<Turn> hold(List<HomeDialogue> dialogues) {
    return Progress.map("Talking", dialogues, this::hold).stream().flatMap(List::stream).toList();
  }

  private List<Turn> hold(HomeDialogue dialogue) {
    List<Turn> turns = new ArrayList<>();
    String conversation = "";
    for (HomeDialogue.Turn turn : dialogue.turns()) {
      JsonNode answer =
          conversation.isEmpty()
              ? client.ask(turn.question())
              : client.ask(turn.question(), conversation);
      conversation = answer.path("conversationId").asString();
      HomeQuestion question = turn.asQuestion();
      boolean alone = !turns.isEmpty() && right(question, client.ask(turn.question()));
      turns.add(new Turn(dialogue, turn, !turns.isEmpty(), right(question, answer), alone, answer));
    }
    return turns;
  }

  private boolean right(HomeQuestion question, JsonNode answer) {
    boolean answered = answer.path("outcome").asString().equals("answered");
    return question.answerable()
        ? answered && sections(answer).stream().anyMatch(s -> answering.answers(question, s))
        : !answered;
  }

  private static List<String> sections(JsonNode answer) {
    return StreamSupport.stream(answer.path("citations").spliterator(), false)
        .map(c -> c.path("documentId").asString() + "#" + c.path("heading").asString())
        .toList();
  }

  /**
   * A turn that was held.
   *
   * @param followUp whether others came before it
   * @param right whether the right section was quoted, or nothing where nothing answers
   * @param rightAlone the same, asked of the service without the turns before it
   */
  record Turn(
      HomeDialogue dialogue,
      HomeDialogue.Turn asked,
      boolean followUp,
      boolean right,
      boolean rightAlone,
      JsonNode answer) {

    @Override
    public String toString() {
      return "%s %s (%s)%n    wanted %s%n    got %s %s: %s"
          .formatted(
              dialogue.id(),
              asked.question(),
              asked.standalone(),
              asked.sections(),
              answer.path("outcome").asString(),
              sections(answer).stream().findFirst().orElse("–"),
              answer.path("text").asString());
    }
  }
}
