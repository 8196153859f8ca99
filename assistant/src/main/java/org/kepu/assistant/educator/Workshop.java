package org.kepu.assistant.educator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.gate.Gates;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Neighbourhood;
import org.kepu.assistant.educator.gate.Repetition;
import org.kepu.assistant.educator.generation.Generator;
import org.kepu.assistant.educator.generation.ModelMaker;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

/**
 * The tools items are made with, for the documents as they are now. Setting them up takes seconds;
 * it is done when they are first wanted, and again after the documents changed.
 */
public final class Workshop {

  private final Supplier<List<Document>> documents;
  private final List<Concept> concepts;
  private final Names names;
  private final ClaimGate claims;
  private final Embedder embedder;
  private final Supplier<Reader> reader;
  private final @Nullable ModelMaker model;
  private @Nullable Bench bench;

  /**
   * @param documents gives the current documents
   * @param reader gives the reader, loaded when first asked
   * @param model lets a language model write items; null where there is none
   */
  public Workshop(
      Supplier<List<Document>> documents,
      List<Concept> concepts,
      Names names,
      ClaimGate claims,
      Embedder embedder,
      Supplier<Reader> reader,
      @Nullable ModelMaker model) {
    this.documents = documents;
    this.concepts = List.copyOf(concepts);
    this.names = names;
    this.claims = claims;
    this.embedder = embedder;
    this.reader = reader;
    this.model = model;
  }

  /** The tools, set up for the documents as they are now. */
  synchronized Bench bench() {
    List<Document> now = documents.get();
    Map<String, String> versions = Document.versions(now);
    if (bench == null || !bench.versions().equals(versions)) {
      bench =
          new Bench(
              now,
              versions,
              new Generator(now, concepts, names),
              new Gates(now, new Neighbourhood(now), claims, reader.get()),
              names,
              model);
    }
    return Objects.requireNonNull(bench);
  }

  /** What notices repetitions in one set. */
  Repetition repetition() {
    return new Repetition(embedder);
  }

  /**
   * The tools, for some versions of the documents.
   *
   * @param documents the documents
   * @param versions which versions of them
   * @param model lets a language model write items; null where there is none
   */
  record Bench(
      List<Document> documents,
      Map<String, String> versions,
      Generator generator,
      Gates gates,
      Names names,
      @Nullable ModelMaker model) {

    Bench {
      documents = List.copyOf(documents);
      versions = Map.copyOf(versions);
    }

    /** The drafts of a section. */
    List<Draft> drafts(Place place) {
      return generator.drafts(place.document(), place.section());
    }

    Judged judge(Draft draft, LocalDate today) {
      return gates.judge(draft, today);
    }

    /** What the gates say of an item that a person worded. */
    Judged judge(Item item, LocalDate today) {
      return gates.judge(item, today);
    }
  }
}
