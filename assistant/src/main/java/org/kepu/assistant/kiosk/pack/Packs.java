package org.kepu.assistant.kiosk.pack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.text.Sentences;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes packs from the collection: what the hall shows first, then what belongs to the venue, then
 * what belongs to none, then the rest, until the pack is full. Advice on dangers is left out,
 * because it is given whole or not at all, and children's variants, because their articles are
 * there.
 */
public final class Packs {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  /** So long a pack is handed out before the collection is looked at again. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final int MOST_PLACES = 20;

  private final KnowledgeBase knowledge;
  private final Halls halls;
  private final long mostBytes;
  private final JsonMapper json;
  private final InstantSource clock;
  private final LoadingCache<Place, Pack> packs =
      Caffeine.newBuilder().maximumSize(MOST_PLACES).expireAfterWrite(KEPT).build(this::made);

  /**
   * @param mostKilobytes of a pack as JSON
   */
  public Packs(
      KnowledgeBase knowledge,
      Halls halls,
      int mostKilobytes,
      JsonMapper json,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.halls = halls;
    this.mostBytes = mostKilobytes * 1024L;
    this.json = json;
    this.clock = clock;
  }

  /** The pack of a venue and one of its halls; null: of none. A hall nobody knows is none. */
  public Pack of(@Nullable String venue, @Nullable String hall) {
    return packs.get(new Place(venue, halls.hall(hall).orElse(null)));
  }

  private Pack made(Place place) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ACADEMY);
    List<Document> fit =
        knowledge.documents().stream()
            .filter(document -> document.metadata().inForceOn(today) && quotable(document))
            .sorted(
                Comparator.comparingInt((Document document) -> distance(document, place))
                    .thenComparing(Document::id))
            .toList();
    List<Pack.Article> articles = new ArrayList<>();
    long bytes = 0;
    for (Document document : fit) {
      Pack.Article article = article(document);
      long more = json.writeValueAsBytes(article).length + 1L;
      // A large one is passed over, so that smaller ones behind it still find room.
      if (!article.sections().isEmpty() && bytes + more <= mostBytes) {
        articles.add(article);
        bytes += more;
      }
    }
    return new Pack(place.venue(), version(articles), today, articles);
  }

  private static boolean quotable(Document document) {
    return switch (document.metadata().role()) {
      case Role.Article article -> true;
      case Role.Myth myth -> true;
      case Role.Variant variant -> false;
      case Role.Advice advice -> false;
    };
  }

  private static int distance(Document document, Place place) {
    List<String> venues = document.metadata().venues();
    if (place.hall() != null && place.hall().shows(document)) {
      return 0;
    }
    if (place.venue() != null && venues.contains(place.venue())) {
      return 1;
    }
    return venues.isEmpty() ? 2 : 3;
  }

  private static Pack.Article article(Document document) {
    Metadata metadata = document.metadata();
    List<Pack.Part> parts = new ArrayList<>();
    for (Section section : document.sections()) {
      String text = document.text().substring(section.bodyStart(), section.end()).strip();
      if (!text.isEmpty()) {
        parts.add(new Pack.Part(section.heading(), section.wordings(), text, Sentences.of(text)));
      }
    }
    return new Pack.Article(
        document.id(),
        document.version(),
        document.title(),
        String.join("；", metadata.sources()),
        metadata.licence(),
        metadata.reviewedOn(),
        metadata.validTo(),
        parts);
  }

  private static String version(List<Pack.Article> articles) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Pack.Article article : articles) {
        digest.update((article.id() + "@" + article.version()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Place(@Nullable String venue, @Nullable Hall hall) {}
}
