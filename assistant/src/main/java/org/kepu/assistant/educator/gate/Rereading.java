package org.kepu.assistant.educator.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;

/**
 * Answers an item again from its quoted text alone. What has an answer in words the reader looks
 * for; what is judged, chosen or put in order is decided statement by statement, so that here it is
 * only made sure that every option and every statement is said to hold, or not to.
 */
final class Rereading {

  /** How sure the reader must be that a text answers a question that has no short answer. */
  private static final double LEAST_RELEVANCE = 0;

  private final @Nullable Reader reader;

  Rereading(@Nullable Reader reader) {
    this.reader = reader;
  }

  /** Whether the reader is wanted, and there is none. */
  boolean missing(Draft draft) {
    return reader == null && !draft.rereads().isEmpty();
  }

  Optional<Objection> objection(Draft draft) {
    return undecided(draft)
        .or(
            () ->
                draft.rereads().stream()
                    .flatMap(again -> otherwise(draft.item(), again).stream())
                    .findFirst())
        .map(what -> new Objection(Reason.KEY_NOT_READ, what));
  }

  /** What the quoted text leaves open, or decides otherwise. */
  private static Optional<String> undecided(Draft draft) {
    Item item = draft.item();
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.options().stream()
              .filter(option -> !decided(option, draft))
              .map(Option::text)
              .findFirst();
      case Content.Judgement judgement ->
          (judgement.holds()
                  ? draft.asserted().contains(item.stem())
                  : draft.denied().stream().map(Denied::statement).anyMatch(item.stem()::equals))
              ? Optional.empty()
              : Optional.of(item.stem());
      case Content.Ordering ordering ->
          inOrder(ordering.inOrder(), text(item)) || rising(ordering.inOrder(), draft.rereads())
              ? Optional.empty()
              : Optional.of(String.join("、", ordering.inOrder()));
      case Content.Matching matching ->
          matching.pairs().stream()
              .map(Content.Pair::right)
              .filter(right -> draft.rereads().stream().noneMatch(r -> r.key().equals(right)))
              .findFirst();
      case Content.Blank blank -> Optional.empty();
      case Content.Open open -> Optional.empty();
      case Content.Task task -> Optional.empty();
    };
  }

  private static boolean decided(Option option, Draft draft) {
    return option.right()
        ? draft.asserted().stream().anyMatch(statement -> statement.contains(option.text()))
        : draft.denied().stream().map(Denied::wrong).anyMatch(option.text()::equals);
  }

  /** Whether the things stand in {@code text} one behind the other, as their order is. */
  static boolean inOrder(List<String> things, String text) {
    int from = 0;
    for (String thing : things) {
      int at = text.indexOf(thing, from);
      if (at < 0) {
        return false;
      }
      from = at + thing.length();
    }
    return true;
  }

  /** Whether each thing has a year of its own to be read, later than the one before. */
  private static boolean rising(List<String> things, List<Reread> years) {
    List<Integer> read =
        years.stream()
            .map(Reread::key)
            .filter(key -> key.matches("\\d{1,4}年"))
            .map(key -> Integer.valueOf(key.substring(0, key.length() - 1)))
            .toList();
    return read.size() == things.size()
        && IntStream.range(1, read.size()).allMatch(i -> read.get(i - 1) < read.get(i));
  }

  /** What the reader finds instead of the key. */
  private Optional<String> otherwise(Item item, Reread again) {
    if (reader == null) {
      return Optional.empty();
    }
    String text = text(item);
    Reading reading =
        reader.read(again.question(), Page.of(item.evidence().getFirst().title(), text));
    Span answer = reading.answer();
    boolean open = item.kind() == Kind.SHORT_ANSWER || item.kind() == Kind.ORAL;
    return meets(answer, again.key(), text) && (!open || reading.relevance() >= LEAST_RELEVANCE)
        ? Optional.empty()
        : Optional.of(answer.of(text));
  }

  /** Whether the answer has half of the key, wherever that stands, or lies within it by half. */
  private static boolean meets(Span answer, String key, String text) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int shared = Math.min(answer.end(), at + key.length()) - Math.max(answer.start(), at);
      boolean sentence = key.endsWith("。");
      if (shared > 0 && 2 * shared >= (sentence ? answer.length() : key.length())) {
        return true;
      }
    }
    return false;
  }

  private static String text(Item item) {
    return item.evidence().stream().map(Evidence::quote).collect(Collectors.joining());
  }
}
