package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.taxon.Names;

/**
 * Asks what belongs together over a whole document: events and years, things and what they are
 * called. Made with the document's first section.
 */
final class MatchMaker implements Maker {

  private static final int MOST = 5;
  private static final int FEWEST = 3;

  private final Standing standing;
  private final Names names;

  MatchMaker(Standing standing, Names names) {
    this.standing = standing;
    this.names = names;
  }

  @Override
  public List<Draft> make(Material material) {
    Document document = material.document();
    Optional<Section> first =
        document.sections().stream().filter(section -> section.level() > 1).findFirst();
    if (first.isEmpty() || !first.get().equals(material.section())) {
      return List.of();
    }
    List<Material> sections =
        document.sections().stream()
            .filter(section -> section.level() > 1)
            .map(section -> Material.of(document, section, standing))
            .toList();
    return Stream.of(years(material, sections), terms(material, sections))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Draft> years(Material material, List<Material> sections) {
    List<Joined> joined = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    sections.stream()
        .flatMap(OrderMaker::dated)
        .filter(dated -> seen.add(dated.event().year()))
        .limit(MOST)
        .forEach(
            dated ->
                joined.add(
                    new Joined(
                        dated.segment(),
                        dated.event().what(),
                        dated.event().year() + "年",
                        dated.event().question(),
                        dated.event().form())));
    return draft(material, "把关于“%s”的事件和发生的年份连起来。".formatted(material.document().title()), joined);
  }

  private Optional<Draft> terms(Material material, List<Material> sections) {
    List<Joined> joined = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    sections.stream()
        .flatMap(section -> section.alone().stream())
        .flatMap(segment -> Naming.in(segment, names).stream())
        .filter(naming -> naming.called())
        .filter(naming -> seen.add(naming.term()))
        .limit(MOST)
        .forEach(
            naming ->
                joined.add(
                    new Joined(
                        naming.segment(),
                        naming
                            .question()
                            .replaceFirst("，?这?(?:就|也|又|被|都|才)?(?:叫作|叫做|称为|称作|俗称|简称|叫)什么？$", ""),
                        naming.term(),
                        naming.question(),
                        naming.form())));
    return draft(material, "把关于“%s”的描述和名称连起来。".formatted(material.document().title()), joined);
  }

  private static Optional<Draft> draft(Material material, String stem, List<Joined> joined) {
    if (joined.size() < FEWEST
        || joined.stream().map(Joined::left).distinct().count() < joined.size()) {
      return Optional.empty();
    }
    List<Denied> denied = new ArrayList<>();
    for (Joined one : joined) {
      for (Joined other : joined) {
        if (!one.equals(other)) {
          String right = other.right();
          denied.add(new Denied(right, one.said(right), right.endsWith("年") ? "" : right));
        }
      }
    }
    return Optional.of(
        new Draft(
            material.item(
                Kind.MATCHING,
                Bloom.ANALYSE,
                stem,
                new Content.Matching(
                    joined.stream()
                        .map(pair -> new Content.Pair(pair.left(), pair.right()))
                        .toList()),
                joined.stream().map(Joined::segment).toList()),
            joined.stream().map(pair -> pair.said(pair.right())).toList(),
            denied,
            joined.stream().map(pair -> new Reread(pair.question(), pair.right())).toList()));
  }

  /** Two things that belong together, and what says so. */
  private record Joined(Segment segment, String left, String right, String question, String form) {
    String said(String other) {
      return form.replace("%s", other);
    }
  }
}
