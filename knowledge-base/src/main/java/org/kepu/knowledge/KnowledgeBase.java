package org.kepu.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.ranking.Fused;
import org.kepu.knowledge.ranking.Fusion;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.QueryTerm;

/**
 * The way in for whoever asks: finds the passages that fit a question, and the documents they are
 * quoted from. Safe for use by several threads.
 */
public final class KnowledgeBase {

  /** How far down each list is read before fusing. */
  private static final int DEPTH = 60;

  /** How many documents are kept at hand between questions. */
  private static final int DOCUMENTS_AT_HAND = 500;

  /** What a passage of the venue where the question is asked gains over others. */
  private static final double VENUE_BONUS = 0.01;

  /** What a passage before the first heading loses: it leads in, the sections answer. */
  private static final double PREAMBLE_MALUS = 0.05;

  private final PassageIndex index;
  private final Embedder embedder;
  private final Catalog catalog;
  private final Cache<DocumentVersion, Document> documents =
      Caffeine.newBuilder().maximumSize(DOCUMENTS_AT_HAND).build();

  public KnowledgeBase(PassageIndex index, Embedder embedder, Catalog catalog) {
    this.index = index;
    this.embedder = embedder;
    this.catalog = catalog;
  }

  /** Whether there is a live generation to ask. */
  public boolean ready() {
    return index
        .live()
        .map(
            generation -> {
              generation.close();
              return true;
            })
        .orElse(false);
  }

  /**
   * Searches by words and by meaning, and fuses. One generation serves the whole search.
   *
   * @throws NotReadyException if no generation is live yet
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine fails
   */
  public Findings search(SearchRequest request) {
    try (Generation generation = index.live().orElseThrow(NotReadyException::new)) {
      List<Fused> fused =
          Fusion.STANDARD.fuse(
              generation.matching(request.question(), DEPTH),
              generation.nearest(embedder.embed(request.question()), DEPTH));
      List<QueryTerm> terms = generation.terms(request.question());
      List<Finding> findings = findings(generation, fused, request);
      return new Findings(
          generation.fingerprint(), findings, terms, evidence(request, findings, terms));
    }
  }

  /** One version of a document: the one of an answer's citation, whether or not it is current. */
  public Optional<Document> document(String id, String version) {
    DocumentVersion key = new DocumentVersion(id, version);
    Document known = documents.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Document> found = catalog.version(id, version);
    found.ifPresent(document -> documents.put(key, document));
    return found;
  }

  /** The current version of a document. */
  public Optional<Document> document(String id) {
    return catalog.current(id);
  }

  /** All current documents, ordered by id. */
  public List<Document> documents() {
    return catalog.allCurrent();
  }

  private static List<Finding> findings(
      Generation generation, List<Fused> fused, SearchRequest request) {
    // All are looked at, because some may have expired and others move by preference.
    List<Finding> findings = new ArrayList<>(fused.size());
    for (Fused candidate : fused) {
      Passage passage = generation.passages(List.of(candidate.passageId())).getFirst();
      if (passage.inForceOn(request.today())) {
        double score = candidate.score() + preference(passage, request);
        findings.add(new Finding(passage, score, candidate.cosine()));
      }
    }
    findings.sort(Finding.BEST_FIRST);
    return findings.subList(0, Math.min(findings.size(), request.limit()));
  }

  private static double preference(Passage passage, SearchRequest request) {
    String venue = request.venue();
    double bonus = venue != null && passage.venues().contains(venue) ? VENUE_BONUS : 0;
    return passage.heading().equals(passage.title()) ? bonus - PREAMBLE_MALUS : bonus;
  }

  private static Evidence evidence(
      SearchRequest request, List<Finding> findings, List<QueryTerm> terms) {
    if (findings.isEmpty()) {
      return new Evidence(-1, 0, request.question().length());
    }
    Passage best = findings.getFirst().passage();
    return new Evidence(
        findings.getFirst().cosine(),
        Evidence.coverage(terms, best.forMatching()),
        request.question().length());
  }

  /** The day a passage must be in force on, for askers who name none. */
  static LocalDate today() {
    return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
  }

  private record DocumentVersion(String id, String version) {}
}
