package org.kepu.assistant.context;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;

/** What exhibits show: the title of the first document that explains one. */
public final class Exhibits implements Function<String, Optional<String>> {

  /** An editor who names an exhibit need not restart the service. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final int AT_HAND = 1_000;

  private final LoadingCache<String, Optional<String>> titles;

  public Exhibits(KnowledgeBase knowledge) {
    titles =
        Caffeine.newBuilder()
            .maximumSize(AT_HAND)
            .expireAfterWrite(FRESH)
            .build(exhibit -> title(knowledge, exhibit));
  }

  @Override
  public Optional<String> apply(String exhibit) {
    return titles.get(exhibit);
  }

  private static Optional<String> title(KnowledgeBase knowledge, String exhibit) {
    return knowledge.documents().stream()
        .filter(document -> document.metadata().exhibits().contains(exhibit))
        .map(Document::title)
        .findFirst();
  }
}
