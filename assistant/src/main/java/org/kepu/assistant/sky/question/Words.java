package org.kepu.assistant.sky.question;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.sky.question.Word.Kind;

/** A question whose every word is understood. */
record Words(List<Word> all) {

  Words {
    all = List.copyOf(all);
  }

  /** The plain kinds in it, without the fillers. */
  Set<Kind> kinds() {
    return all.stream()
        .filter(Word.Plain.class::isInstance)
        .map(word -> ((Word.Plain) word).kind())
        .filter(kind -> kind != Kind.FILLER)
        .collect(toUnmodifiableSet());
  }

  boolean has(Kind... wanted) {
    Set<Kind> kinds = kinds();
    for (Kind kind : wanted) {
      if (kinds.contains(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no plain word is of another kind than these. */
  boolean only(Kind... allowed) {
    Set<Kind> rest = EnumSet.noneOf(Kind.class);
    rest.addAll(kinds());
    rest.removeAll(Set.of(allowed));
    return rest.isEmpty();
  }

  /** Whether every word that carries a value is one of these. */
  boolean onlyValues(Class<?>... types) {
    return all.stream()
        .filter(word -> !(word instanceof Word.Plain))
        .allMatch(word -> Set.of(types).contains(word.getClass()));
  }

  /** The one word of a type; empty if there is none or they differ. */
  <W extends Word> Optional<W> the(Class<W> type) {
    List<W> found = all.stream().filter(type::isInstance).map(type::cast).distinct().toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  boolean names(Class<? extends Word> type) {
    return all.stream().anyMatch(type::isInstance);
  }

  @Nullable Integer year() {
    return the(Word.Year.class).map(Word.Year::year).orElse(null);
  }
}
