package org.kepu.assistant.educator.generation;

import static java.util.Collections.disjoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;

/**
 * Asks what something is called, which thing it is, or who did it. Wrong names are of the same sort
 * and come from the nearest subjects.
 */
final class TermMaker implements Maker {

  private static final int LEAST_LIKELY = 2;

  private final List<Naming> namings;
  private final List<Concept> concepts;
  private final Names names;
  private final Map<String, String> subjects;

  /**
   * @param namings all that the collection names, for wrong names to be taken from
   */
  TermMaker(List<Naming> namings, List<Document> documents, List<Concept> concepts, Names names) {
    subjects = documents.stream().collect(Collectors.toMap(Document::id, TermMaker::subject));
    this.namings = List.copyOf(namings);
    this.concepts = List.copyOf(concepts);
    this.names = names;
  }

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    for (Segment segment : material.alone()) {
      Naming.in(segment, names)
          .ifPresent(
              naming -> {
                int first = drafts.size();
                choice(material, naming).ifPresent(drafts::add);
                if (naming.called()) {
                  // The first of a fact is kept: both kinds get their turn.
                  boolean blankFirst = material.random(naming.term()).nextInt(3) == 0;
                  drafts.add(blankFirst ? first : drafts.size(), blank(material, naming));
                }
              });
    }
    return drafts;
  }

  private Optional<Draft> choice(Material material, Naming naming) {
    List<String> wrong = wrong(material, naming);
    if (wrong.size() < Options.WRONG) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            material.item(
                Kind.SINGLE_CHOICE,
                Bloom.REMEMBER,
                naming.question(),
                Options.mixed(List.of(naming.term()), wrong, material.random(naming.question())),
                List.of(naming.segment())),
            List.of(naming.statement(naming.term())),
            wrong.stream().map(name -> new Denied(name, naming.statement(name), name)).toList(),
            new Reread(naming.question(), naming.term())));
  }

  private static Draft blank(Material material, Naming naming) {
    return new Draft(
        material.item(
            Kind.FILL_IN,
            Bloom.REMEMBER,
            naming.question(),
            new Content.Blank(List.of(naming.term()), ""),
            List.of(naming.segment())),
        List.of(naming.statement(naming.term())),
        List.of(),
        new Reread(naming.question(), naming.term()));
  }

  private List<String> wrong(Material material, Naming naming) {
    return switch (naming.sort()) {
      case TERM, BYNAME, PERSON ->
          isConcept(naming.term()) ? otherConcepts(material, naming) : otherTerms(material, naming);
      case CONCEPT -> otherConcepts(material, naming);
    };
  }

  private List<String> otherTerms(Material material, Naming naming) {
    String section = said(material);
    Set<String> taken = new HashSet<>();
    List<Naming> others =
        namings.stream()
            .filter(other -> other.sort() == naming.sort())
            .filter(other -> !section.contains(other.term()))
            .filter(
                other ->
                    naming.sort() == Naming.Sort.PERSON
                        || near(material.document(), other.segment().document()))
            .filter(other -> Math.abs(other.term().length() - naming.term().length()) <= 2)
            .sorted(
                Comparator.comparingInt(
                        (Naming other) ->
                            -nearness(material.document(), other.segment().document()))
                    .thenComparingInt(
                        other -> Math.abs(other.term().length() - naming.term().length()))
                    .thenComparingInt(other -> mixed(naming.term(), other.term())))
            .filter(other -> taken.add(other.term()))
            .filter(other -> differs(other.term(), naming.term()))
            .limit(Options.WRONG)
            .toList();
    long likely = others.stream().filter(other -> likely(material, naming, other)).count();
    return naming.sort() == Naming.Sort.PERSON || likely >= LEAST_LIKELY
        ? others.stream().map(Naming::term).toList()
        : List.of();
  }

  /** From the same text, or of the same make (鹿茸, 参茸): else nobody would believe it. */
  private static boolean likely(Material material, Naming naming, Naming other) {
    return other.segment().document().id().equals(material.document().id())
        || other.term().charAt(other.term().length() - 1)
            == naming.term().charAt(naming.term().length() - 1);
  }

  private List<String> otherConcepts(Material material, Naming naming) {
    String section = said(material);
    Optional<Concept> asked = names.in(naming.term()).stream().map(Mention::concept).findFirst();
    if (asked.isEmpty()) {
      return List.of();
    }
    Concept right = asked.get();
    char last = naming.term().charAt(naming.term().length() - 1);
    return concepts.stream()
        .filter(other -> other.kind() == right.kind() && !other.id().equals(right.id()))
        .filter(
            other -> !section.contains(other.name()) && !naming.question().contains(other.name()))
        .filter(other -> differs(other.name(), right.name()))
        .filter(other -> !disjoint(subjects(right), subjects(other)))
        .filter(other -> Math.abs(other.name().length() - naming.term().length()) <= 3)
        .sorted(
            Comparator.comparingInt(
                    (Concept other) ->
                        -(shared(right, other)
                            + (other.name().charAt(other.name().length() - 1) == last ? 3 : 0)))
                .thenComparingInt(other -> mixed(naming.term(), other.name())))
        .map(Concept::name)
        .limit(Options.WRONG)
        .toList();
  }

  private boolean isConcept(String term) {
    return names.in(term).stream().anyMatch(mention -> mention.span().length() == term.length());
  }

  private static String said(Material material) {
    return material.section().heading()
        + String.join("\n", material.segments().stream().map(Segment::text).toList());
  }

  /** One name within the other would be half right. */
  private static boolean differs(String one, String other) {
    return !one.contains(other) && !other.contains(one);
  }

  /** The narrower subjects of the documents that treat it. */
  private Set<String> subjects(Concept concept) {
    Set<String> subjects = new HashSet<>();
    concept.documents().stream()
        .map(this.subjects::get)
        .filter(Objects::nonNull)
        .forEach(subjects::add);
    return subjects;
  }

  private static int shared(Concept one, Concept other) {
    return one.documents().stream().anyMatch(other.documents()::contains) ? 2 : 0;
  }

  /** Whether their first narrower subject is one: farther off, a wrong name is not believed. */
  private static boolean near(Document one, Document other) {
    return one.id().equals(other.id()) || subject(one).equals(subject(other));
  }

  private static String subject(Document document) {
    List<String> topics = document.metadata().topics();
    return topics.size() > 1 ? topics.get(1) : document.id();
  }

  /** How near two documents' subjects are. */
  private static int nearness(Document one, Document other) {
    int same = one.id().equals(other.id()) ? 2 : 0;
    return same
        + (int)
            Stream.of(one.metadata().topics())
                .flatMap(List::stream)
                .filter(other.metadata().topics()::contains)
                .count();
  }

  /** A total order that favours no name everywhere. */
  private static int mixed(String one, String other) {
    return Objects.hash(one, other) & 0xFFFF;
  }
}
