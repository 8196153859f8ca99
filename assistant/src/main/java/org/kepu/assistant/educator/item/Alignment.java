package org.kepu.assistant.educator.item;

import java.util.List;
import java.util.Objects;

/**
 * Whom an item fits, and where it belongs in the science curriculum standard of 2022. What a
 * program proposes; the educator decides.
 *
 * @param stage the youngest pupils it fits
 * @param core the core concepts it belongs to, the nearest first; one at least
 * @param crosscutting the crosscutting concepts it shows
 * @param competences the competences it exercises; one at least
 */
public record Alignment(
    Stage stage,
    Bloom bloom,
    Difficulty difficulty,
    List<CoreConcept> core,
    List<Crosscutting> crosscutting,
    List<Competence> competences) {

  public Alignment {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(bloom, "bloom");
    Objects.requireNonNull(difficulty, "difficulty");
    core = List.copyOf(core);
    crosscutting = List.copyOf(crosscutting);
    competences = List.copyOf(competences);
    if (core.isEmpty() || competences.isEmpty()) {
      throw new IllegalArgumentException(
          "An item belongs to a core concept and exercises a competence, please name one each");
    }
  }
}
