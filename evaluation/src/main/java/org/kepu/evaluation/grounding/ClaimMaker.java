package org.kepu.evaluation.grounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.text.Sentences;

/** Makes sentences as a model might write them from a collection: the same for the same seed. */
final class ClaimMaker {

  private static final Pattern FACT = Pattern.compile("\\d|[A-Za-z]{5,}|[两三四五六七八九十][个只头条颗种年]");
  private static final int SHORTEST = 12;
  private static final int LONGEST = 90;

  /** How often two sentences are joined, another passage is cited too. */
  private static final double JOINED = 0.15;

  private static final double CITED_TOO = 0.25;

  private final List<Source> sources = new ArrayList<>();
  private final List<Concept> concepts;
  private final Random random;
  private final List<Rephrasing.Way> ways = Rephrasing.ways();

  /**
   * @param half which documents to draw from, told by their ids
   */
  ClaimMaker(List<Document> documents, List<Concept> concepts, Half half, long seed) {
    this.concepts = concepts;
    random = new Random(seed);
    documents.stream()
        .filter(document -> half.holds(document.id()))
        .filter(document -> !(document.metadata().role() instanceof Role.Advice))
        .forEach(this::add);
  }

  private void add(Document document) {
    List<Passage> passages = PassageSplitter.STANDARD.split(document);
    for (Passage passage : passages) {
      List<Span> spans = Sentences.of(passage.text());
      for (int i = 0; i < spans.size(); i++) {
        String text = spans.get(i).of(passage.text());
        String next = i + 1 < spans.size() ? spans.get(i + 1).of(passage.text()) : "";
        if (plain(text)) {
          sources.add(new Source(text, plain(next) ? next : "", passage, passages));
        }
      }
    }
  }

  /** No table, no list, no link: sentences that a model would put in its own words. */
  private static boolean plain(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.endsWith("。")
        && !text.matches("(?s).*[|\\[*#\\n].*|- .*|\\d+\\. .*");
  }

  /** So many sentences that say what their sources say; the ways to put it take turns. */
  List<Claim> unaltered(int count) {
    List<Claim> claims = new ArrayList<>();
    int turn = 0;
    while (claims.size() < count) {
      for (Source source : drawn()) {
        Rephrasing.Way way = ways.get(turn % ways.size());
        Optional<Drawn> said = said(source, way).filter(drawn -> hasFact(drawn.text()));
        if (said.isPresent() && claims.size() < count) {
          claims.add(
              new Claim(way.name(), said.get().text(), said.get().cited(), said.get().original()));
          turn++;
        }
      }
    }
    return claims;
  }

  /** What holds a number or a Latin name; of the others every third is taken too. */
  private boolean hasFact(String text) {
    return FACT.matcher(text).find() || random.nextInt(3) == 0;
  }

  /** So many sentences with one thing altered; the kinds take turns. */
  List<Claim> altered(int count) {
    Alteration alteration = new Alteration(concepts, random);
    List<Map.Entry<String, Alteration.Change>> kinds = List.copyOf(alteration.kinds().entrySet());
    List<Claim> claims = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    int turn = 0;
    while (claims.size() < count) {
      int before = claims.size();
      for (Source source : drawn()) {
        if (claims.size() == count) {
          break;
        }
        Map.Entry<String, Alteration.Change> kind = kinds.get(turn % kinds.size());
        Optional<Drawn> said = said(source, ways.get(random.nextInt(ways.size())));
        Optional<String> text =
            said.flatMap(drawn -> kind.getValue().of(drawn.text(), source.passage().text()));
        if (text.isPresent() && texts.add(text.get())) {
          claims.add(
              new Claim(
                  kind.getKey(),
                  text.get(),
                  said.orElseThrow().cited(),
                  said.orElseThrow().text()));
          turn++;
        }
      }
      if (claims.size() == before) {
        turn++;
      }
    }
    return claims;
  }

  /** Sentences that say the opposite; as many as there are, at most {@code count}. */
  List<Claim> flipped(int count) {
    Alteration alteration = new Alteration(concepts, random);
    List<Claim> claims = new ArrayList<>();
    for (Source source : drawn()) {
      if (claims.size() < count) {
        alteration
            .flipped(source.text())
            .ifPresent(
                text ->
                    claims.add(new Claim("flip", text, List.of(source.passage()), source.text())));
      }
    }
    return claims;
  }

  private List<Source> drawn() {
    List<Source> drawn = new ArrayList<>(sources);
    Collections.shuffle(drawn, random);
    return drawn;
  }

  /** A sentence put in other words; empty where this way of doing so leaves it as it is. */
  private Optional<Drawn> said(Source source, Rephrasing.Way way) {
    boolean joined = !source.next().isEmpty() && random.nextDouble() < JOINED;
    String text =
        joined
            ? source.text().replaceFirst("。$", random.nextBoolean() ? "，而且" : "；") + source.next()
            : source.text();
    String said = way.of(text, random);
    if (said.equals(text) && !way.equals(ways.getFirst())) {
      return Optional.empty();
    }
    List<Passage> cited = new ArrayList<>(List.of(source.passage()));
    if (random.nextDouble() < CITED_TOO) {
      Passage other = source.passages().get(random.nextInt(source.passages().size()));
      if (!cited.contains(other)) {
        cited.add(random.nextInt(2), other);
      }
    }
    return Optional.of(new Drawn(said, text, cited));
  }

  /** One half is for tuning, figures come from the other. */
  enum Half {
    TUNING,
    REPORTING;

    boolean holds(String documentId) {
      return (Math.floorMod(documentId.hashCode(), 2) == 0) == (this == TUNING);
    }
  }

  /** A sentence of the collection, and the one after it, empty if there is none to join. */
  private record Source(String text, String next, Passage passage, List<Passage> passages) {}

  /** A sentence put in other words. */
  private record Drawn(String text, String original, List<Passage> cited) {}
}
