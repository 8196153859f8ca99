package org.kepu.assistant.chat;

import java.util.ArrayList;
import java.util.List;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.chat.ChatRequest.Exchange;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.context.PastTurn;
import org.kepu.assistant.context.Understanding;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import tools.jackson.databind.json.JsonMapper;

/** Recalls from the ledger what a conversation said so far: any node recalls the same. */
final class Recollection {

  /** Nobody points back further. */
  private static final int TURNS = 3;

  private final TurnLedger ledger;
  private final Context context;
  private final JsonMapper json;

  Recollection(TurnLedger ledger, Context context, JsonMapper json) {
    this.ledger = ledger;
    this.context = context;
    this.json = json;
  }

  /**
   * The last turns before a request, the last one last: of the conversation that it names, else of
   * the story that it tells.
   */
  List<PastTurn> before(ChatRequest request, String conversationId) {
    return request.conversationId() == null ? retold(request.earlier()) : of(conversationId);
  }

  /**
   * Exchanges as turns. What their answers say is nobody's source: it quotes nothing and offers
   * nothing. A question that points back is told as it was understood then, as far as that shows
   * without a search.
   */
  private List<PastTurn> retold(List<Exchange> exchanges) {
    List<PastTurn> turns = new ArrayList<>();
    for (Exchange exchange :
        exchanges.subList(Math.max(0, exchanges.size() - TURNS), exchanges.size())) {
      String question =
          switch (context.understand(exchange.question(), turns, null)) {
            case Understanding.PointsBack back -> back.readings().getFirst();
            case Understanding.Literal literal -> exchange.question();
            case Understanding.MayGoOn on -> exchange.question();
            case Understanding.Unclear unclear -> exchange.question();
          };
      turns.add(new PastTurn(question, exchange.answer(), List.of(), List.of()));
    }
    return turns;
  }

  /** The last turns, the last one last. */
  private List<PastTurn> of(String conversationId) {
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
