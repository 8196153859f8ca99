package org.kepu.assistant.context;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.kepu.assistant.context.PastTurn.Source;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Concept.Kind;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.TextForms;

/**
 * What a conversation is about.
 *
 * @param name as the visitor called it, or as a document's title does
 * @param documents the documents on it, by their ids
 */
record Topic(String name, Set<String> documents) {

  private static final Set<Kind> SUBJECTS =
      EnumSet.of(Kind.ORGANISM, Kind.FOSSIL, Kind.BODY, Kind.SPACECRAFT, Kind.MINERAL, Kind.THING);

  private static final Set<Kind> LIVING = EnumSet.of(Kind.ORGANISM, Kind.FOSSIL);
  private static final Set<Kind> HEAVENLY = EnumSet.of(Kind.BODY, Kind.SPACECRAFT);

  private static final Pattern OF_LIVING =
      Pattern.compile("吃|喝|咬|叫声|睡|冬眠|生宝宝|生孩子|下蛋|活多久|寿命|尾巴|翅膀|天敌|灭绝|濒危|只剩|养");

  private static final Pattern OF_HEAVENLY =
      Pattern.compile("卫星|公转|自转|轨道|光年|行星|环|表面温度|离(地球|太阳|我们)");

  /** What stands between two things of which neither comes first. */
  private static final Pattern JOINS = Pattern.compile("(、|和|跟|与|及|还是|同|or|and|,|，|\\s)+");

  Topic {
    documents = Set.copyOf(documents);
  }

  /** Whether a thing of this sort is spoken about, rather than a place or a time for others. */
  static boolean isSubject(Concept concept) {
    return SUBJECTS.contains(concept.kind());
  }

  /**
   * The topics of {@code turn} that {@code question} may be about: one, or several that are equally
   * likely; none if the turn was about nothing that has a name.
   */
  static List<Topic> of(PastTurn turn, String question, Names names) {
    List<Mention> mentions = names.in(turn.question());
    List<Mention> subjects = mentions.stream().filter(m -> isSubject(m.concept())).toList();
    List<Mention> fitting = fitting(subjects, question);
    Optional<Mention> quoted =
        quoted(fitting, turn.sources()).or(() -> quoted(mentions, turn.sources()));
    if (quoted.isPresent()) {
      return List.of(named(quoted.get(), turn));
    }
    if (fitting.size() > 1 && joined(turn.question(), fitting.get(0), fitting.get(1))) {
      return List.of(named(fitting.get(0), turn), named(fitting.get(1), turn));
    }
    return fitting.stream()
        .findFirst()
        .map(mention -> named(mention, turn))
        .or(() -> title(turn))
        .or(() -> Phrases.topic(turn.question(), turn.answer()).map(Topic::unknown))
        .map(List::of)
        .orElse(List.of());
  }

  static Topic unknown(String name) {
    return new Topic(name, Set.of());
  }

  /** The title of what was quoted, or the words of it that stand in the question. */
  private static Optional<Topic> title(PastTurn turn) {
    return turn.sources().stream()
        .findFirst()
        .map(
            source ->
                new Topic(
                    Phrases.shared(turn.question(), source.title()).orElse(source.title()),
                    Set.of(source.documentId())));
  }

  private static Topic named(Mention mention, PastTurn turn) {
    Set<String> documents = new HashSet<>(mention.concept().documents());
    turn.sources().forEach(source -> documents.add(source.documentId()));
    return new Topic(mention.span().of(turn.question()), documents);
  }

  /** Those of the kind that the question is asked of, if there are any; each thing once. */
  private static List<Mention> fitting(List<Mention> mentions, String question) {
    Set<Concept> seen = new HashSet<>();
    List<Mention> distinct =
        mentions.stream().filter(mention -> seen.add(mention.concept())).toList();
    String form = TextForms.forEmbedding(question);
    Set<Kind> wanted = EnumSet.noneOf(Kind.class);
    if (OF_LIVING.matcher(form).find()) {
      wanted.addAll(LIVING);
    }
    if (OF_HEAVENLY.matcher(form).find()) {
      wanted.addAll(HEAVENLY);
    }
    List<Mention> ofKind = new ArrayList<>(distinct);
    ofKind.removeIf(mention -> !wanted.contains(mention.concept().kind()));
    return ofKind.isEmpty() ? distinct : ofKind;
  }

  /** The only one of several that the answer's first document is about. */
  private static Optional<Mention> quoted(List<Mention> mentions, List<Source> sources) {
    return sources.stream()
        .findFirst()
        .flatMap(
            source ->
                only(mentions, m -> m.concept().chineseNames().anyMatch(source.title()::equals))
                    .or(
                        () ->
                            only(
                                mentions,
                                m -> m.concept().documents().indexOf(source.documentId()) == 0)));
  }

  private static Optional<Mention> only(List<Mention> mentions, Predicate<Mention> condition) {
    List<Mention> found = mentions.stream().filter(condition).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean joined(String question, Mention one, Mention other) {
    return one.concept().kind() == other.concept().kind()
        && JOINS.matcher(question.substring(one.span().end(), other.span().start())).matches();
  }
}
