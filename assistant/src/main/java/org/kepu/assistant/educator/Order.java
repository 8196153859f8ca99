package org.kepu.assistant.educator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.Refusals.Misfit;
import org.kepu.assistant.educator.item.Alignment;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Crosscutting;
import org.kepu.assistant.educator.item.Difficulty;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;

/**
 * What an educator asks for.
 *
 * @param title of the set, 1 to {@value #LONGEST_TITLE} characters
 * @param sections sections to ask about, as {@code document#heading}
 * @param documents documents to ask about, whole
 * @param exhibit an exhibit, a thing by any of its names, or an article's title; null for none
 * @param topic a topic of the taxonomy, null for none
 * @param stage whom it is for
 * @param wanted how many of each kind, 1 in all at least; kinds the stage has no use for are
 *     refused
 * @param bloom only items of these levels; empty for any
 * @param difficulty only items of these; empty for any
 * @param core only items of these core concepts; empty for any
 * @param crosscutting only items of these crosscutting concepts; empty for any
 * @param competences only items that exercise these competences; empty for any
 */
public record Order(
    String title,
    List<String> sections,
    List<String> documents,
    @Nullable String exhibit,
    @Nullable String topic,
    Stage stage,
    Map<Kind, Integer> wanted,
    Set<Bloom> bloom,
    Set<Difficulty> difficulty,
    Set<CoreConcept> core,
    Set<Crosscutting> crosscutting,
    Set<Competence> competences) {

  public static final int LONGEST_TITLE = 60;

  public Order {
    title = title.strip();
    sections = List.copyOf(sections);
    documents = List.copyOf(documents);
    Objects.requireNonNull(stage, "stage");
    wanted = Map.copyOf(wanted);
    bloom = Set.copyOf(bloom);
    difficulty = Set.copyOf(difficulty);
    core = Set.copyOf(core);
    // Orders kept from before these could be wished for say nothing of them.
    crosscutting = Set.copyOf(Objects.requireNonNullElse(crosscutting, Set.of()));
    competences = Set.copyOf(Objects.requireNonNullElse(competences, Set.of()));
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new BadOrderException("set_title_length", LONGEST_TITLE);
    }
    if (sections.isEmpty() && documents.isEmpty() && exhibit == null && topic == null) {
      throw new BadOrderException("nothing_chosen");
    }
    if (wanted.values().stream().anyMatch(count -> count < 0) || total(wanted) < 1) {
      throw new BadOrderException("no_items_wanted");
    }
    for (Kind kind : Kind.values()) {
      if (wanted.getOrDefault(kind, 0) > 0 && !stage.admits(kind)) {
        throw new BadOrderException("stage_has_no_tests", stage.label(), kind.label());
      }
    }
  }

  /** How many items are wanted in all. */
  public int total() {
    return total(wanted);
  }

  private static int total(Map<Kind, Integer> wanted) {
    return wanted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The first wish that an item does not meet; empty if it meets all. */
  Optional<Misfit> misfit(Alignment alignment) {
    if (alignment.stage().compareTo(stage) > 0) {
      return Optional.of(Misfit.STAGE);
    }
    if (!met(bloom, List.of(alignment.bloom()))) {
      return Optional.of(Misfit.BLOOM);
    }
    if (!met(difficulty, List.of(alignment.difficulty()))) {
      return Optional.of(Misfit.DIFFICULTY);
    }
    if (!met(core, alignment.core())) {
      return Optional.of(Misfit.CORE);
    }
    if (!met(crosscutting, alignment.crosscutting())) {
      return Optional.of(Misfit.CROSSCUTTING);
    }
    return met(competences, alignment.competences())
        ? Optional.empty()
        : Optional.of(Misfit.COMPETENCE);
  }

  private static <T> boolean met(Set<T> wanted, List<T> given) {
    return wanted.isEmpty() || given.stream().anyMatch(wanted::contains);
  }

  /** How many of each kind are still wanted, to be counted down. */
  Map<Kind, Integer> open() {
    Map<Kind, Integer> open = new EnumMap<>(Kind.class);
    wanted.forEach(
        (kind, count) -> {
          if (count > 0) {
            open.put(kind, count);
          }
        });
    return open;
  }
}
