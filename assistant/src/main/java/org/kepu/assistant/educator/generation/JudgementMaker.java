package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Role;

/** States something, right or wrong, for pupils to judge. */
final class JudgementMaker implements Maker {

  /** Longer statements hide more than one claim. */
  private static final int LONGEST = 46;

  /** A shorter sentence announces what the next ones say, or is a likeness. */
  private static final int SHORTEST_RIGHT = 12;

  /** More right statements than these from one section are only read over. */
  private static final int MOST_RIGHT = 3;

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    belief(material).ifPresent(drafts::add);
    RandomGenerator random = material.random("judgement");
    int rights = 0;
    for (Segment segment : material.alone()) {
      Optional<Falsehood> wrong =
          Falsehood.beside(segment, random).stream()
              .filter(falsehood -> falsehood.statement().length() <= LONGEST)
              .findFirst();
      // What can be made false is: most sentences can only be left as they are.
      if (wrong.isPresent() && random.nextInt(4) > 0) {
        drafts.add(wrong(material, segment, wrong.get()));
      } else if (rights < MOST_RIGHT && brief(segment) && !ofAVenue(material)) {
        drafts.add(right(material, segment));
        rights++;
      }
    }
    return drafts;
  }

  /** What a venue says of itself is seldom a fact of science. */
  private static boolean ofAVenue(Material material) {
    return material.document().metadata().topics().contains("academy");
  }

  private static boolean brief(Segment segment) {
    int length = segment.text().length();
    return length >= SHORTEST_RIGHT && length <= LONGEST;
  }

  private static Draft right(Material material, Segment segment) {
    String statement = segment.text() + "。";
    return new Draft(
        item(material, statement, true, Bloom.UNDERSTAND, List.of(segment)),
        List.of(statement),
        List.of(),
        List.of());
  }

  private static Draft wrong(Material material, Segment segment, Falsehood wrong) {
    String statement = wrong.statement() + "。";
    return new Draft(
        item(material, statement, false, Bloom.UNDERSTAND, List.of(segment)),
        List.of(),
        List.of(wrong.denied(statement)),
        List.of());
  }

  /** What many believe, and the myth's article corrects. */
  private static Optional<Draft> belief(Material material) {
    return material.document().metadata().role() instanceof Role.Myth myth
            && !material.answer().isEmpty()
        ? Optional.of(
            new Draft(
                item(material, myth.belief(), false, Bloom.EVALUATE, material.answer()),
                List.of(),
                List.of(new Denied(myth.belief(), myth.belief(), myth.belief())),
                List.of()))
        : Optional.empty();
  }

  private static Item item(
      Material material, String statement, boolean holds, Bloom bloom, List<Segment> from) {
    return material.item(Kind.TRUE_FALSE, bloom, statement, new Content.Judgement(holds), from);
  }
}
