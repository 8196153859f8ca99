package org.kepu.assistant.practical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Language;

/**
 * What is known of a venue for those who go there.
 *
 * @param id as in documents and requests
 * @param name its official name
 * @param traditional the same in Traditional characters
 * @param english the same in English, with its article
 * @param region the city it is in, null where the card does not say
 * @param names what people call it
 * @param channels its official channels, by the languages' tags, one entry a language
 * @param article the document that tells of them
 * @param heading the heading there, below which they are named
 * @param facts what is known; empty where nothing is
 */
public record VenueCard(
    String id,
    String name,
    String traditional,
    String english,
    @Nullable String region,
    List<String> names,
    Map<String, String> channels,
    String article,
    String heading,
    List<Fact> facts) {

  public VenueCard {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(traditional, "traditional");
    Objects.requireNonNull(english, "english");
    names = List.copyOf(names);
    channels = Map.copyOf(channels);
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(heading, "heading");
    facts = facts == null ? List.of() : List.copyOf(facts);
    for (Language language : Language.values()) {
      if (!channels.containsKey(language.tag())) {
        throw new IllegalArgumentException(
            "The card of %s names no channels in %s; please add them"
                .formatted(id, language.tag()));
      }
    }
  }

  String name(Language language) {
    return switch (language) {
      case SIMPLIFIED -> name;
      case TRADITIONAL -> traditional;
      case ENGLISH -> english;
    };
  }

  String channels(Language language) {
    return Objects.requireNonNull(channels.get(language.tag()));
  }

  /** What is known on a subject and still holds on {@code day}. */
  Optional<Fact> fact(Subject subject, LocalDate day) {
    return facts.stream()
        .filter(fact -> fact.subject() == subject && !day.isAfter(fact.validTo()))
        .findFirst();
  }

  /**
   * Something known.
   *
   * @param text a whole sentence
   * @param source where an editor read it
   * @param validTo the last day it may be told; what is practical always expires
   */
  public record Fact(Subject subject, String text, String source, LocalDate validTo) {
    public Fact {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(validTo, "validTo");
    }
  }
}
