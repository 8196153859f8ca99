package org.kepu.assistant.educator.generation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Section;

/**
 * What a maker works on: a section, its prose in segments, and which of these stand alone.
 *
 * @param segments all of its segments, in its order
 * @param alone those that are understood by themselves
 */
record Material(Document document, Section section, List<Segment> segments, List<Segment> alone) {

  Material {
    segments = List.copyOf(segments);
    alone = List.copyOf(alone);
  }

  /** Shorter parts of a sentence are seldom sentences. */
  private static final int LEAST_OF_A_PART = 14;

  static Material of(Document document, Section section, Standing standing) {
    List<Segment> segments = Segment.of(document, section);
    return new Material(
        document,
        section,
        segments,
        segments.stream()
            .filter(segment -> !segment.explains())
            .filter(segment -> segment.whole() || segment.text().length() >= LEAST_OF_A_PART)
            .filter(segment -> standing.alone(segment.text(), document))
            .toList());
  }

  /** The section, as editors name it. */
  String name() {
    return document.id() + "#" + section.heading();
  }

  /** Chance that is the same for the same section and purpose. */
  RandomGenerator random(String purpose) {
    return new SplittableRandom(31L * name().hashCode() + purpose.hashCode());
  }

  /** The sentence that answers the heading: the section's first. */
  List<Segment> answer() {
    return segments.stream().filter(segment -> segment.number() == 0).toList();
  }

  /** An item of this section. */
  Item item(Kind kind, Bloom bloom, String stem, Content content, List<Segment> from) {
    String said = String.join("", from.stream().map(Segment::quote).distinct().toList());
    return new Item(
        kind,
        stem,
        content,
        said,
        from.stream().map(Material::evidence).distinct().toList(),
        Curriculum.align(document, section, kind, bloom, stem, said));
  }

  static Evidence evidence(Segment segment) {
    Document document = segment.document();
    Metadata metadata = document.metadata();
    return new Evidence(
        document.id(),
        document.version(),
        document.title(),
        segment.section().heading(),
        segment.sentence().start(),
        segment.sentence().end(),
        segment.quote(),
        metadata.sources(),
        metadata.licence());
  }
}
