package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

/**
 * Makes drafts from the collection's own words: figures, years, names, orders, denials and the
 * questions its headings are. The same collection always gives the same drafts. Safe for use by
 * several threads.
 */
public final class Generator {

  private final Standing standing;
  private final List<Maker> makers;

  /**
   * @param documents all documents, for wrong options to be taken from
   * @param concepts the table of names
   */
  public Generator(List<Document> documents, List<Concept> concepts, Names names) {
    standing = new Standing(names);
    makers =
        List.of(
            new TermMaker(namings(documents, names), documents, concepts, names),
            new NumberMaker(),
            new YearMaker(),
            new StatementsMaker(),
            new JudgementMaker(),
            new OrderMaker(),
            new MatchMaker(standing, names),
            new TaskMaker(),
            new OpenMaker());
  }

  /** Whether items may be made from a document at all: advice is given whole and never asked. */
  public static boolean fit(Document document) {
    return !(document.metadata().role() instanceof Role.Advice);
  }

  /** Whether items are made from a section: what leads in and has no heading of its own is not. */
  public static boolean fit(Section section) {
    return section.level() > 1;
  }

  /** All drafts from one section, grouped by maker; a document that is not fit gives none. */
  public List<Draft> drafts(Document document, Section section) {
    if (!fit(document) || !fit(section)) {
      return List.of();
    }
    Material material = Material.of(document, section, standing);
    List<Draft> drafts = new ArrayList<>();
    makers.forEach(maker -> drafts.addAll(maker.make(material)));
    return List.copyOf(drafts);
  }

  private List<Naming> namings(List<Document> documents, Names names) {
    List<Naming> namings = new ArrayList<>();
    for (Document document : documents) {
      if (fit(document)) {
        document.sections().stream()
            .filter(Generator::fit)
            .flatMap(section -> Segment.of(document, section).stream())
            .filter(segment -> standing.alone(segment.text(), document))
            .forEach(segment -> Naming.in(segment, names).ifPresent(namings::add));
      }
    }
    return namings;
  }
}
