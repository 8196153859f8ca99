package org.kepu.assistant.reach;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Question;

/**
 * Where and to whom something happened. What is unknown is null.
 *
 * @param parentConversationId the kiosk's conversation that a visitor took along by a QR code
 * @param visitorKey tells visitors of one day apart; always null at a kiosk
 * @param channel the way it came in
 * @param terminal the kiosk
 * @param venue which house
 * @param hall which hall of it
 * @param exhibit before what
 * @param activity on the occasion of what
 * @param programme what the activity is part of
 * @param audience as the visitor chose; null: they did not
 * @param region no finer than a city
 * @param locale the language's tag
 * @param flags what sets it apart when counted
 */
public record Scene(
    @Nullable String parentConversationId,
    @Nullable String visitorKey,
    @Nullable Channel channel,
    @Nullable String terminal,
    @Nullable String venue,
    @Nullable String hall,
    @Nullable String exhibit,
    @Nullable String activity,
    @Nullable String programme,
    @Nullable Audience audience,
    @Nullable String region,
    @Nullable String locale,
    Set<Flag> flags) {

  /** Nothing is known. */
  public static final Scene UNKNOWN = new Builder().build();

  public Scene {
    flags = copy(flags);
    if (channel == Channel.KIOSK && visitorKey != null) {
      throw new IllegalArgumentException("A kiosk has many visitors and so no visitor key");
    }
  }

  /** A scene of what is known alone. */
  public static Builder builder() {
    return new Builder();
  }

  /** This scene with what a question itself says of it; for whom, the visitor alone says. */
  public Scene of(Question question) {
    return new Scene(
        parentConversationId,
        question.channel() == Channel.KIOSK ? null : visitorKey,
        question.channel(),
        terminal,
        question.venue(),
        hall,
        question.exhibit(),
        activity,
        programme,
        audience,
        region,
        question.language().tag(),
        flags);
  }

  /** The same for whom the visitor chose; null: they did not. */
  public Scene chosenFor(@Nullable Audience other) {
    return new Scene(
        parentConversationId,
        visitorKey,
        channel,
        terminal,
        venue,
        hall,
        exhibit,
        activity,
        programme,
        other,
        region,
        locale,
        flags);
  }

  /** The same of a visitor whom an activity counts already. */
  public Scene covered() {
    Set<Flag> more = EnumSet.of(Flag.COVERED_BY_ACTIVITY);
    more.addAll(flags);
    return new Scene(
        parentConversationId,
        visitorKey,
        channel,
        terminal,
        venue,
        hall,
        exhibit,
        activity,
        programme,
        audience,
        region,
        locale,
        more);
  }

  /** The same at a place and an occasion. */
  public Scene locatedAt(
      @Nullable String otherVenue,
      @Nullable String otherHall,
      @Nullable String otherProgramme,
      @Nullable String otherRegion) {
    return new Scene(
        parentConversationId,
        visitorKey,
        channel,
        terminal,
        otherVenue,
        otherHall,
        exhibit,
        activity,
        otherProgramme,
        audience,
        otherRegion,
        locale,
        flags);
  }

  /** Whether what happened here is reported: not a test, a program or staff. */
  public boolean valid() {
    return flags.stream().noneMatch(Flag::invalidates);
  }

  private static Set<Flag> copy(Collection<Flag> flags) {
    return flags.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(EnumSet.copyOf(flags)); // in the order of their declaration
  }

  /** Names what is known of a scene; everything else stays unknown. */
  public static final class Builder {

    private @Nullable String parentConversationId;
    private @Nullable String visitorKey;
    private @Nullable Channel channel;
    private @Nullable String terminal;
    private @Nullable String venue;
    private @Nullable String hall;
    private @Nullable String exhibit;
    private @Nullable String activity;
    private @Nullable String programme;
    private @Nullable Audience audience;
    private @Nullable String region;
    private @Nullable String locale;
    private Set<Flag> flags = Set.of();

    private Builder() {}

    public Builder parentConversationId(@Nullable String parentConversationId) {
      this.parentConversationId = parentConversationId;
      return this;
    }

    public Builder visitorKey(@Nullable String visitorKey) {
      this.visitorKey = visitorKey;
      return this;
    }

    public Builder channel(@Nullable Channel channel) {
      this.channel = channel;
      return this;
    }

    public Builder terminal(@Nullable String terminal) {
      this.terminal = terminal;
      return this;
    }

    public Builder venue(@Nullable String venue) {
      this.venue = venue;
      return this;
    }

    public Builder hall(@Nullable String hall) {
      this.hall = hall;
      return this;
    }

    public Builder exhibit(@Nullable String exhibit) {
      this.exhibit = exhibit;
      return this;
    }

    public Builder activity(@Nullable String activity) {
      this.activity = activity;
      return this;
    }

    public Builder programme(@Nullable String programme) {
      this.programme = programme;
      return this;
    }

    public Builder audience(@Nullable Audience audience) {
      this.audience = audience;
      return this;
    }

    public Builder region(@Nullable String region) {
      this.region = region;
      return this;
    }

    public Builder locale(@Nullable String locale) {
      this.locale = locale;
      return this;
    }

    public Builder flags(Set<Flag> flags) {
      this.flags = flags;
      return this;
    }

    public Scene build() {
      return new Scene(
          parentConversationId,
          visitorKey,
          channel,
          terminal,
          venue,
          hall,
          exhibit,
          activity,
          programme,
          audience,
          region,
          locale,
          flags);
    }
  }
}
