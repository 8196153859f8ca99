package org.kepu.knowledge.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.passage.Passage;

/** Which pictures belong to a passage. */
public final class Illustrations {

  /** There are no pictures. */
  public static final Illustrations NONE = new Illustrations(List.of());

  private final Map<String, List<Illustration>> bySection = new HashMap<>();

  public Illustrations(List<Illustration> illustrations) {
    for (Illustration illustration : illustrations) {
      for (String section : illustration.sections()) {
        bySection.computeIfAbsent(section, s -> new ArrayList<>()).add(illustration);
      }
    }
  }

  /**
   * The pictures of the section {@code passage} is part of, of the one it is a variant of, and of
   * those it rests on; each once, in that order.
   */
  public List<Illustration> of(Passage passage) {
    List<String> sections = new ArrayList<>();
    sections.add(passage.section());
    if (passage.role() instanceof Role.Variant(String of)) {
      sections.add(of + "#" + passage.heading());
    }
    sections.addAll(Role.supportOf(passage.role()));
    return sections.stream()
        .flatMap(section -> bySection.getOrDefault(section, List.of()).stream())
        .distinct()
        .toList();
  }
}
