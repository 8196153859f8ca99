package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;

/** Asks for an order: what the collection lists in order, steps, and events of one section. */
final class OrderMaker implements Maker {

  private static final Pattern LISTED =
      Pattern.compile("^(?<what>[^：；]{4,36}?)依次(?:是|为|叫|叫作|称为)(?<list>[^，。；：]+)");

  private static final Pattern STEPS =
      Pattern.compile(
          "^(?<who>[^，]{0,12}?)先(?<one>[^，]{3,22})，(?:再|接着|然后)(?<two>[^，]{3,22})，(?:然后|接着|最后|再|最终)(?<three>[^，]{3,22})$");

  private static final int FEWEST = 3;
  private static final int MOST = 6;

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    for (Segment segment : material.segments()) {
      listed(material, segment).or(() -> steps(material, segment)).ifPresent(drafts::add);
    }
    events(material).ifPresent(drafts::add);
    return drafts;
  }

  private static Optional<Draft> listed(Material material, Segment segment) {
    Matcher listed = LISTED.matcher(segment.text());
    if (!listed.find() || !material.alone().contains(segment)) {
      return Optional.empty();
    }
    List<String> things =
        Stream.of(listed.group("list").split("、|和|与"))
            .map(thing -> thing.replaceAll("[“”]", "").strip())
            .toList();
    return things.stream().allMatch(thing -> thing.length() >= 2 && thing.length() <= 8)
        ? draft(
            material,
            listed.group("what").replaceFirst("，$", "") + "，依次是怎样的顺序？请排一排。",
            things,
            List.of(segment),
            List.of())
        : Optional.empty();
  }

  private static Optional<Draft> steps(Material material, Segment segment) {
    Matcher steps = STEPS.matcher(segment.text());
    String heading = material.section().heading();
    return steps.find() && heading.matches(".*(?:怎样|怎么|如何).*") && !heading.contains("怎么办")
        ? draft(
            material,
            "%s请把下面的步骤按先后排一排。".formatted(heading),
            List.of(steps.group("one"), steps.group("two"), steps.group("three")),
            List.of(segment),
            List.of())
        : Optional.empty();
  }

  private static Optional<Draft> events(Material material) {
    List<Dated> dated = dated(material).toList();
    return dated.size() < FEWEST
        ? Optional.empty()
        : draft(
            material,
            "%s请把下面的事件按发生的先后排一排。".formatted("关于“" + material.document().title() + "”，"),
            dated.stream().map(event -> event.event().what()).toList(),
            dated.stream().map(Dated::segment).toList(),
            dated.stream().map(Dated::event).toList());
  }

  /** The events of a section in their order, one a year and one a sentence. */
  static Stream<Dated> dated(Material material) {
    List<Dated> dated = new ArrayList<>();
    for (Segment segment : material.segments()) {
      YearMaker.Event.in(segment)
          .filter(event -> event.question().endsWith("，是在哪一年？"))
          .filter(event -> event.what().length() <= 30)
          .filter(
              event ->
                  dated.stream()
                      .noneMatch(
                          other ->
                              other.event().year() == event.year()
                                  || other.segment().number() == segment.number()))
          .ifPresent(event -> dated.add(new Dated(segment, event)));
    }
    return dated.stream().sorted(Comparator.comparingInt(d -> d.event().year()));
  }

  private static Optional<Draft> draft(
      Material material,
      String stem,
      List<String> inOrder,
      List<Segment> from,
      List<YearMaker.Event> events) {
    if (inOrder.size() < FEWEST
        || inOrder.size() > MOST + 2
        || inOrder.stream().distinct().count() < inOrder.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            material.item(Kind.ORDERING, Bloom.ANALYSE, stem, new Content.Ordering(inOrder), from),
            from.stream().map(Segment::quote).distinct().toList(),
            otherwise(events),
            events.stream()
                .map(event -> new Reread(event.question(), event.year() + "年"))
                .toList()));
  }

  /** Two neighbours the other way round: each would be in the other's year. */
  private static List<Denied> otherwise(List<YearMaker.Event> events) {
    List<Denied> denied = new ArrayList<>();
    for (int i = 0; i + 1 < events.size(); i++) {
      YearMaker.Event one = events.get(i);
      YearMaker.Event next = events.get(i + 1);
      denied.add(new Denied(one.what(), one.statement(next.year() + "年")));
      denied.add(new Denied(next.what(), next.statement(one.year() + "年")));
    }
    return denied;
  }

  /** An event and where it is told. */
  record Dated(Segment segment, YearMaker.Event event) {}
}
