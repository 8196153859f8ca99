package org.kepu.evaluation.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kepu.assistant.educator.gate.Gates;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Neighbourhood;
import org.kepu.assistant.educator.gate.Repetition;
import org.kepu.assistant.educator.generation.Generator;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.sky.place.Places;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

/** Makes the items of the whole collection and lets the gates judge them. */
final class Pools {

  private final List<Document> documents = StarterCollection.documents();
  private final Generator generator;
  private final Gates gates;
  private final Embedder embedder;

  Pools(Embedder embedder, Reader reader) {
    this.embedder = embedder;
    List<Concept> concepts = StarterCollection.concepts();
    Names names = StarterCollection.names();
    generator = new Generator(documents, concepts, names);
    gates =
        new Gates(
            documents,
            new Neighbourhood(documents),
            new ClaimGate(names, new Places().named().keySet()),
            reader);
  }

  /** The sections that items are made from, in the collection's order. */
  List<Place> sections() {
    List<Place> places = new ArrayList<>();
    for (Document document : documents) {
      if (Generator.fit(document)) {
        document.sections().stream()
            .filter(Generator::fit)
            .forEach(section -> places.add(new Place(document, section)));
      }
    }
    return places;
  }

  /** What the gates say of each section's drafts, repetitions within a section among it. */
  List<Pool> judge(List<Place> places, LocalDate today) {
    return Progress.map("Items", places, place -> judge(place, today));
  }

  private Pool judge(Place place, LocalDate today) {
    Repetition repetition = new Repetition(embedder);
    List<Judged> judged =
        generator.drafts(place.document(), place.section()).stream()
            .map(draft -> repetition.look(gates.judge(draft, today)))
            .toList();
    return new Pool(place, judged);
  }

  /** A section of a document. */
  record Place(Document document, Section section) {}

  /** What was made of a section. */
  record Pool(Place place, List<Judged> judged) {
    Pool {
      judged = List.copyOf(judged);
    }
  }
}
