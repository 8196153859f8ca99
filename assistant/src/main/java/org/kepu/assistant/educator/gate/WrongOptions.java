package org.kepu.assistant.educator.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.grounding.Ruling;
import org.kepu.knowledge.passage.Passage;

/** Looks for texts of the collection that say what a wrong option, or another order, says. */
final class WrongOptions {

  private static final Pattern NUMBER = Pattern.compile("[0-9一二两三四五六七八九十百千万亿半]");

  private static final String DENYING = "不没非未无别并";

  private final Neighbourhood neighbourhood;
  private final ClaimGate claims;

  WrongOptions(Neighbourhood neighbourhood, ClaimGate claims) {
    this.neighbourhood = neighbourhood;
    this.claims = claims;
  }

  /** No text of the collection, nor the quoted one, may say what a wrong option says. */
  Optional<Objection> objection(Draft draft, List<Passage> quoted) {
    return draft.denied().stream()
        .filter(denied -> said(denied, quoted))
        .map(Denied::wrong)
        .findFirst()
        .or(() -> otherOrder(draft))
        .map(what -> new Objection(Reason.DISTRACTOR_SUPPORTED, what));
  }

  private boolean said(Denied denied, List<Passage> quoted) {
    return says(denied, quoted)
        || neighbourhood.of(denied.statement()).stream()
            .anyMatch(place -> says(denied, List.of(place)))
        || (!numeric(denied)
            && neighbourhood
                .holding(denied.changed(), denied.statement().replace(denied.changed(), ""))
                .stream()
                .anyMatch(place -> mentions(place.text(), denied.changed())));
  }

  private static boolean numeric(Denied denied) {
    return denied.changed().isEmpty() || denied.changed().equals(denied.statement());
  }

  private boolean says(Denied denied, List<Passage> places) {
    return places.stream()
        .filter(place -> mentions(place.text(), denied.changed()))
        .anyMatch(
            place -> claims.rule(denied.statement(), List.of(place)) instanceof Ruling.Supported);
  }

  /** A text that has all the things of an order, but otherwise. */
  private Optional<String> otherOrder(Draft draft) {
    return draft.item().content() instanceof Content.Ordering ordering
        ? neighbourhood.holding(ordering.inOrder()).stream()
            .map(Passage::text)
            .filter(text -> !Rereading.inOrder(ordering.inOrder(), text))
            .findFirst()
        : Optional.empty();
  }

  /** Whether the words stand there, and no denial before them. */
  private static boolean mentions(String text, String words) {
    if (words.isEmpty()) {
      return NUMBER.matcher(text).find();
    }
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (at == 0 || DENYING.indexOf(text.charAt(at - 1)) < 0) {
        return true;
      }
    }
    return false;
  }
}
