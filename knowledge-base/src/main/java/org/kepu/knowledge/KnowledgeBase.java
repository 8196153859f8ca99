package org.kepu.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.ranking.AskedQuantity;
import org.kepu.knowledge.ranking.Evidence;
import org.kepu.knowledge.ranking.Fused;
import org.kepu.knowledge.ranking.Fusion;
import org.kepu.knowledge.ranking.Scope;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.QueryTerm;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.TextForms;
import org.kepu.knowledge.translation.EnglishGlossary;

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

  /**
   * What a passage gains whose document treats all that the question names; measured on the
   * calibration questions, where anything from 0.05 to 0.1 does as well.
   */
  private static final double SUBJECT_BONUS = 0.08;

  /** What a passage before the first heading loses: it leads in, the sections answer. */
  private static final double PREAMBLE_MALUS = 0.1;

  private final PassageIndex index;
  private final Embedder embedder;
  private final QuestionVectors vectors;
  private final Catalog catalog;
  private final Names names;
  private final Scope scope;
  private final @Nullable Reader reader;
  private final Cache<DocumentVersion, Document> documents =
      Caffeine.newBuilder().maximumSize(DOCUMENTS_AT_HAND).build();

  /** A knowledge base that knows no names and reads by its first stage alone. */
  public KnowledgeBase(PassageIndex index, Embedder embedder, Catalog catalog) {
    this(index, embedder, catalog, Names.NONE, EnglishGlossary.NONE, Scope.ALL, null);
  }

  /**
   * @param names put a question's names in the collection's words, and tell what it is about
   * @param english puts an English question in the collection's language, as far as it can
   * @param scope tells questions about the collection from others
   * @param reader reads the best candidates; null: the first stage alone decides
   */
  public KnowledgeBase(
      PassageIndex index,
      Embedder embedder,
      Catalog catalog,
      Names names,
      EnglishGlossary english,
      Scope scope,
      @Nullable Reader reader) {
    this.index = index;
    this.embedder = embedder;
    this.vectors = new QuestionVectors(embedder, names, english);
    this.catalog = catalog;
    this.names = names;
    this.scope = scope.knows(embedder.id()) ? scope : Scope.ALL;
    this.reader = reader;
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
   * Searches by words and by meaning, fuses, and lets the reader look at the best. One generation
   * serves the whole search.
   *
   * @throws NotReadyException if no generation is live yet
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine fails
   */
  public Findings search(SearchRequest request) {
    String question = vectors.asked(request.question());
    Set<Concept> named =
        names.in(question).stream().map(Mention::concept).collect(Collectors.toSet());
    try (Generation generation = index.live().orElseThrow(NotReadyException::new)) {
      float @Nullable [] meaning = meaning(generation, question);
      List<Fused> fused =
          Fusion.STANDARD.fuse(
              generation.matching(question, DEPTH),
              meaning == null ? List.of() : generation.nearest(meaning, DEPTH));
      List<QueryTerm> terms = generation.terms(question);
      List<Finding> found = inForce(generation, fused, request, named);
      Optional<Finding> advice = adviceAsked(request.question(), found);
      List<Finding> ranked =
          advice
              .map(finding -> first(finding, found))
              .orElseGet(() -> read(question, found, terms, request.readerTokens()));
      List<Finding> best = ranked.subList(0, Math.min(ranked.size(), request.limit()));
      return new Findings(
          generation.fingerprint(),
          request.audience() == Audience.CHILD
              ? forChildren(generation, best, request.today())
              : best,
          terms,
          evidence(question, meaning, best, terms, named),
          advice.isPresent());
    }
  }

  /**
   * What {@code question} means, as a vector of length 1: the one that {@link #search} looks near.
   * A search for the same question soon after uses it and does not embed again.
   */
  public float[] meaning(String question) {
    return vectors.meaning(question);
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

  /** A generation of another model's vectors answers by words alone until the next is built. */
  private float @Nullable [] meaning(Generation generation, String question) {
    return generation.embedder().equals(embedder.id()) ? vectors.take(question) : null;
  }

  private static List<Finding> inForce(
      Generation generation, List<Fused> fused, SearchRequest request, Set<Concept> named) {
    // All are looked at, because some may have expired and others move by preference.
    List<Finding> findings = new ArrayList<>(fused.size());
    Map<String, Passage> passages = new HashMap<>();
    generation
        .passages(fused.stream().map(Fused::passageId).toList())
        .forEach(passage -> passages.put(passage.id(), passage));
    for (Fused candidate : fused) {
      Passage passage = Objects.requireNonNull(passages.get(candidate.passageId()));
      if (passage.inForceOn(request.today())) {
        double score = candidate.score() + preference(passage, request, named);
        findings.add(new Finding(passage, score, candidate.cosine(), null));
      }
    }
    findings.sort(Finding.BEST_FIRST);
    return findings;
  }

  private List<Finding> read(
      String question, List<Finding> findings, List<QueryTerm> terms, int budget) {
    return reader == null
        ? findings
        : new CloseReading(reader, question, terms, budget).rank(findings);
  }

  private static List<Finding> first(Finding finding, List<Finding> findings) {
    return Stream.concat(
            Stream.of(finding),
            findings.stream().filter(other -> !other.passage().equals(finding.passage())))
        .toList();
  }

  /** The advice that the question itself asks for, by one of its phrases. */
  private static Optional<Finding> adviceAsked(String question, List<Finding> findings) {
    String asked = TextForms.forMatching(question);
    return findings.stream()
        .filter(
            finding ->
                finding.passage().role() instanceof Role.Advice advice
                    && advice.triggers().stream()
                        .anyMatch(phrase -> asked.contains(TextForms.forMatching(phrase))))
        .findFirst();
  }

  /** Variants in their passages' places; advice is given in its own words to everybody. */
  private static List<Finding> forChildren(
      Generation generation, List<Finding> findings, LocalDate today) {
    Map<String, Finding> byPassage = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Finding given =
          Optional.of(finding)
              .filter(found -> !found.givenWhole())
              .flatMap(found -> generation.variantOf(found.passage()))
              .filter(variant -> variant.inForceOn(today))
              .map(finding::replacedBy)
              .orElse(finding);
      // Two parts of one long section have one variant.
      byPassage.putIfAbsent(given.passage().id(), given);
    }
    return List.copyOf(byPassage.values());
  }

  private static double preference(Passage passage, SearchRequest request, Set<Concept> named) {
    String venue = request.venue();
    double bonus = venue != null && passage.venues().contains(venue) ? VENUE_BONUS : 0;
    bonus += SUBJECT_BONUS * shareTreated(named, passage.documentId());
    return passage.heading().equals(passage.title()) ? bonus - PREAMBLE_MALUS : bonus;
  }

  private static double shareTreated(Set<Concept> named, String documentId) {
    return named.stream()
        .mapToInt(concept -> concept.documents().contains(documentId) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private Evidence evidence(
      String question,
      float @Nullable [] meaning,
      List<Finding> findings,
      List<QueryTerm> terms,
      Set<Concept> named) {
    if (findings.isEmpty()) {
      return new Evidence(-1, 0, 0, false, question.length(), 0, null);
    }
    Finding best = findings.getFirst();
    String words = best.passage().forMatching();
    return new Evidence(
        best.cosine(),
        QueryTerm.coverage(terms, words),
        named.stream().mapToInt(concept -> isNamedIn(words, concept) ? 0 : 1).average().orElse(0),
        AskedQuantity.missing(TextForms.forMatching(question), words),
        question.length(),
        meaning == null ? 0 : scope.outside(meaning, best.passage().documentId()),
        best.reading());
  }

  private static boolean isNamedIn(String words, Concept concept) {
    return Stream.concat(Stream.of(concept.name()), concept.aliases())
        .map(TextForms::forMatching)
        .anyMatch(words::contains);
  }

  /** The day a passage must be in force on, for askers who name none. */
  static LocalDate today() {
    return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
  }

  private record DocumentVersion(String id, String version) {}
}
