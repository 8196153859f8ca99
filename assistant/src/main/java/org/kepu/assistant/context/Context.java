package org.kepu.assistant.context;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.context.Cue.Pronoun.Sort;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.TextForms;

/** Reads a question in its context. Safe for use by several threads. */
public final class Context {

  /** A longer question says what it is about. */
  private static final int MOST_WITHOUT_SUBJECT = 14;

  /** In characters; a question may have 500. */
  private static final int LONGEST_READING = 300;

  /** A name this near the beginning is the question's subject. */
  private static final int SUBJECT_BY = 4;

  /** “和家燕是一家吗”: the name that follows is compared with, not asked about. */
  private static final Pattern COMPARED = Pattern.compile("[和跟与比像离同对从用]$");

  private static final Pattern MARKS = Pattern.compile("[？?。！!\\s]+$");

  private final Names names;
  private final Function<String, Optional<Exhibit>> exhibits;

  /**
   * @param names the names of things
   * @param exhibits an exhibit by its id; empty for exhibits nobody knows
   */
  public Context(Names names, Function<String, Optional<Exhibit>> exhibits) {
    this.names = names;
    this.exhibits = exhibits;
  }

  /**
   * What {@code question} means.
   *
   * @param before the turns before it, the last one last
   * @param exhibit what the visitor stands before, null if unknown
   */
  public Understanding understand(
      String question, List<PastTurn> before, @Nullable String exhibit) {
    Optional<String> told =
        Cues.asksWhatStandsHere(question, before.isEmpty())
            ? Optional.ofNullable(exhibit).flatMap(exhibits).map(Exhibit::heading)
            : Optional.empty();
    if (told.isPresent()) {
      return Understanding.PointsBack.to(told.get());
    }
    List<Mention> mentions = names.in(question);
    Supplier<Optional<Topic>> shown =
        () -> Optional.ofNullable(exhibit).flatMap(exhibits).map(this::topic);
    return Cues.in(question, mentions)
        .map(
            cue ->
                switch (cue) {
                  case Cue.Pronoun pronoun -> pronoun(question, pronoun, before, shown);
                  case Cue.Instead instead -> instead(question, instead, before);
                  case Cue.Bare bare -> bare(question, before);
                  case Cue.More more -> offered(1, before);
                  case Cue.Nth nth -> nth(nth.number(), before);
                })
        .orElseGet(() -> withoutCue(question, mentions, before, shown));
  }

  /** What an exhibit shows, with the documents on it. */
  private Topic topic(Exhibit exhibit) {
    Set<String> documents = new HashSet<>(exhibit.articles());
    names.in(exhibit.name()).stream()
        .findFirst()
        .ifPresent(mention -> documents.addAll(mention.concept().documents()));
    return new Topic(exhibit.name(), documents);
  }

  private Understanding pronoun(
      String question,
      Cue.Pronoun pronoun,
      List<PastTurn> before,
      Supplier<Optional<Topic>> shown) {
    List<Topic> topics = topics(question, before);
    boolean atHand = pronoun.sort() == Sort.AT_HAND || topics.isEmpty();
    if (atHand) {
      topics = shown.get().map(List::of).orElse(topics);
    }
    if (topics.isEmpty()) {
      return pronoun.certain() && question.length() <= MOST_WITHOUT_SUBJECT
          ? new Understanding.Unclear(List.of())
          : new Understanding.Literal();
    }
    if (!pronoun.certain()) {
      Topic topic = topics.getFirst();
      return new Understanding.MayGoOn(
          replaced(question, pronoun, topic.name()), topic.documents());
    }
    List<String> readings =
        topics.stream().map(topic -> replaced(question, pronoun, topic.name())).toList();
    return readings.size() == 1
        ? Understanding.PointsBack.to(readings.getFirst())
        : new Understanding.Unclear(readings);
  }

  private static String replaced(String question, Cue.Pronoun pronoun, String name) {
    Span span = pronoun.span();
    boolean possessive = span.of(question).toLowerCase(java.util.Locale.ROOT).matches("its|their");
    int end = pronoun.sort() == Sort.PLACE ? span.start() : span.end();
    return question.substring(0, span.start())
        + name
        + (possessive ? "'s" : "")
        + question.substring(end);
  }

  private Understanding instead(String question, Cue.Instead cue, List<PastTurn> before) {
    if (before.isEmpty()) {
      return new Understanding.Literal();
    }
    PastTurn last = before.getLast();
    String other = cue.other().of(question).strip();
    Optional<String> same = Substitution.in(last.question(), other, names);
    if (same.isPresent()) {
      return Understanding.PointsBack.to(same.get());
    }
    List<String> readings = new ArrayList<>();
    topics(question, before).stream()
        .findFirst()
        .map(topic -> cue.whole() ? topic.name() + other + "？" : topic.name() + "，" + question)
        .ifPresent(readings::add);
    readings.add(joined(other, last.question()));
    return new Understanding.PointsBack(
        readings, last.sources().stream().map(PastTurn.Source::section).collect(toSet()));
  }

  private static Understanding bare(String question, List<PastTurn> before) {
    if (before.isEmpty()) {
      return new Understanding.Unclear(List.of());
    }
    String asked = MARKS.matcher(before.getLast().question()).replaceFirst("");
    return Understanding.PointsBack.to(joined(asked, question));
  }

  /** Both in one; the first alone where that would be too long to ask. */
  private static String joined(String first, String second) {
    String both = first + "，" + second;
    return both.length() <= LONGEST_READING ? both : first;
  }

  /** “第二个呢” after “第一大行星是谁” goes on counting; otherwise it means what was offered. */
  private static Understanding nth(int number, List<PastTurn> before) {
    if (!before.isEmpty() && before.getLast().question().contains("第一")) {
      String counted = "第" + "一二三四五六七八九".charAt(number - 1);
      return Understanding.PointsBack.to(before.getLast().question().replace("第一", counted));
    }
    return offered(number, before);
  }

  private static Understanding offered(int number, List<PastTurn> before) {
    return before.isEmpty() || before.getLast().offered().size() < number
        ? new Understanding.Unclear(List.of())
        : Understanding.PointsBack.to(before.getLast().offered().get(number - 1));
  }

  private Understanding withoutCue(
      String question,
      List<Mention> mentions,
      List<PastTurn> before,
      Supplier<Optional<Topic>> shown) {
    if (question.length() > MOST_WITHOUT_SUBJECT || namesItsSubject(question, mentions)) {
      return new Understanding.Literal();
    }
    List<Topic> topics = topics(question, before);
    return Optional.of(topics)
        .filter(all -> !all.isEmpty())
        .map(List::getFirst)
        .or(shown)
        .<Understanding>map(
            topic -> new Understanding.MayGoOn(topic.name() + "，" + question, topic.documents()))
        .orElseGet(Understanding.Literal::new);
  }

  private static boolean namesItsSubject(String question, List<Mention> mentions) {
    return mentions.stream()
        .filter(mention -> Topic.isSubject(mention.concept()))
        .anyMatch(
            mention ->
                mention.span().start() <= SUBJECT_BY
                    && !COMPARED
                        .matcher(
                            TextForms.forEmbedding(question.substring(0, mention.span().start())))
                        .find());
  }

  /** What was spoken about last. */
  private List<Topic> topics(String question, List<PastTurn> before) {
    for (PastTurn turn : before.reversed()) {
      List<Topic> topics = Topic.of(turn, question, names);
      if (!topics.isEmpty()) {
        return topics;
      }
    }
    return List.of();
  }
}
