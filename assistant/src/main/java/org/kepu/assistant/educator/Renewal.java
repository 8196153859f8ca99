package org.kepu.assistant.educator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Repetition;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Item;

/** Finds another item for one place of a set, by the collection's own rules. */
final class Renewal {

  private final Workshop.Bench bench;
  private final Repetition repetition;
  private final LocalDate today;

  /**
   * @param repetition has seen nothing yet
   */
  Renewal(Workshop.Bench bench, Repetition repetition, LocalDate today) {
    this.bench = bench;
    this.repetition = repetition;
    this.today = today;
  }

  /**
   * The next sound item of the same kind that the set does not have, of the same section first, so
   * that asking again and again shows all there are.
   *
   * @param places the sections the set was made from
   */
  Optional<Judged> instead(ItemSet set, Slot slot, List<Place> places) {
    set.slots().stream()
        .filter(other -> other.objections().isEmpty())
        .forEach(other -> repetition.look(new Judged(other.item(), List.of(), Set.of())));
    Set<String> stems =
        set.slots().stream().map(other -> other.item().stem()).collect(Collectors.toSet());
    return after(slot.item(), drafts(set.order(), slot.item(), places)).stream()
        .filter(draft -> !stems.contains(draft.item().stem()))
        .map(draft -> repetition.look(bench.judge(draft, today)))
        .filter(Judged::sound)
        .findFirst();
  }

  private List<Draft> drafts(Order order, Item item, List<Place> places) {
    String section = item.evidence().getFirst().section();
    List<Place> nearFirst = new ArrayList<>(places);
    nearFirst.sort(
        (one, other) -> Boolean.compare(other.name().equals(section), one.name().equals(section)));
    return nearFirst.stream()
        .flatMap(place -> bench.drafts(place).stream())
        .filter(draft -> draft.item().kind() == item.kind())
        .filter(draft -> order.misfit(draft.item().alignment()).isEmpty())
        .toList();
  }

  /** Those behind the one that the item came of, then those before it. */
  private static List<Draft> after(Item item, List<Draft> drafts) {
    List<Draft> turned = new ArrayList<>(drafts);
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).item().stem().equals(item.stem())) {
        Collections.rotate(turned, -i - 1);
        break;
      }
    }
    return turned;
  }
}
