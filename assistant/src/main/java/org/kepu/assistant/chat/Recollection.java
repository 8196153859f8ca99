package org.kepu.assistant.chat;

import java.util.List;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.context.PastTurn;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import tools.jackson.databind.json.JsonMapper;

/** Recalls from the ledger what a conversation said so far: any node recalls the same. */
final class Recollection {

  /** Nobody points back further. */
  private static final int TURNS = 3;

  private final TurnLedger ledger;
  private final JsonMapper json;

  Recollection(TurnLedger ledger, JsonMapper json) {
    this.ledger = ledger;
    this.json = json;
  }

  /** The last turns, the last one last. */
  List<PastTurn> of(String conversationId) {
    return ledger.remembered(conversationId, TURNS).stream().map(this::turn).toList();
  }

  private PastTurn turn(Remembered turn) {
    Answer answer = json.readValue(turn.answer(), Answer.class);
    return new PastTurn(
        turn.question(),
        answer.text(),
        answer.citations().stream().map(Recollection::source).distinct().toList(),
        answer.suggestions());
  }

  private static PastTurn.Source source(Citation citation) {
    return new PastTurn.Source(citation.documentId(), citation.title(), citation.heading());
  }
}
