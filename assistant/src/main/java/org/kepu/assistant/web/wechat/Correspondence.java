package org.kepu.assistant.web.wechat;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.chat.ChatService;
import org.kepu.assistant.chat.OpeningQuestions;
import org.kepu.assistant.chat.StillRunningException;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.register.Wording;
import org.kepu.assistant.web.Forgetting;
import org.kepu.assistant.web.Visitors;
import org.kepu.assistant.wechat.AnswerText;
import org.kepu.assistant.wechat.CustomerService;
import org.kepu.assistant.wechat.Incoming;
import org.kepu.assistant.wechat.OpenId;
import org.kepu.assistant.wechat.WechatSettings;
import org.kepu.knowledge.NotReadyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Answers followers: in the reply that WeChat waits for, or afterwards where that takes too long.
 *
 * <p>A follower is known by a key of the day, of which the conversation's id and the requests' ids
 * are made: any node continues a conversation, a message that WeChat brings again is the same
 * request, and a day later nobody can tell whose it was.
 */
@Component
final class Correspondence {

  private static final Logger log = LoggerFactory.getLogger(Correspondence.class);

  /** Whom OpenIDs are names with. */
  private static final String SERVICE = "wechat";

  private static final int GREETING_QUESTIONS = 3;

  /** WeChat brings a message three times within 15 seconds. */
  private static final Duration REPEATS_WITHIN = Duration.ofMinutes(2);

  private static final int REMEMBERED = 100_000;

  private final WechatSettings settings;
  private final ChatService chat;
  private final Wording wording;
  private final OpeningQuestions openings;
  private final TurnLedger ledger;
  private final Forgetting forgetting;
  private final Visitors visitors;
  private final ObjectProvider<CustomerService> customers;
  private final MessageSource messages;
  private final Scheduler blocking;
  private final InstantSource clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Cache<UUID, Asked> asked =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REPEATS_WITHIN).build();
  private final Cache<UUID, Bucket> rates =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(REPEATS_WITHIN).build();

  Correspondence(
      WechatSettings settings,
      ChatService chat,
      Wording wording,
      OpeningQuestions openings,
      TurnLedger ledger,
      Forgetting forgetting,
      Visitors visitors,
      ObjectProvider<CustomerService> customers,
      MessageSource messages,
      Scheduler blocking,
      InstantSource clock) {
    this.settings = settings;
    this.chat = chat;
    this.wording = wording;
    this.openings = openings;
    this.ledger = ledger;
    this.forgetting = forgetting;
    this.visitors = visitors;
    this.customers = customers;
    this.messages = messages;
    this.blocking = blocking;
    this.clock = clock;
  }

  /**
   * What to reply to a message; empty: nothing.
   *
   * @param reachedAt where WeChat reached this service
   */
  Mono<String> reply(Incoming message, String reachedAt) {
    return switch (message) {
      case Incoming.Text text -> answer(text, reachedAt);
      case Incoming.Other other -> Mono.just(say("wechat.other", Locale.SIMPLIFIED_CHINESE));
      case Incoming.Followed followed -> inTime(() -> greeting(followed.from()));
      case Incoming.Unfollowed gone -> inTime(() -> forget(gone.from()));
      case Incoming.Noted noted -> Mono.empty();
    };
  }

  /** What is replied where it is ready in time; else nothing. The work goes on. */
  private Mono<String> inTime(java.util.function.Supplier<@Nullable String> work) {
    return Mono.fromSupplier(work)
        .subscribeOn(blocking)
        .timeout(settings.replyWithin(), Mono.empty());
  }

  private Mono<String> answer(Incoming.Text message, String reachedAt) {
    String text = message.text().strip();
    if (text.isEmpty()) {
      return Mono.just(say("wechat.other", Locale.SIMPLIFIED_CHINESE));
    }
    if (text.length() > Question.MAX_LENGTH) {
      return Mono.just(
          messages.getMessage(
              "problem.question_length.detail",
              new Object[] {text.length(), Question.MAX_LENGTH},
              Locale.SIMPLIFIED_CHINESE));
    }
    // Nothing is waited for here: the turn is there at once, so that its time counts from now.
    return asked
        .get(
            named(message.from().value() + " " + message.id()),
            any -> begun(message, question(text), reachedAt))
        .reply(message.from());
  }

  private Asked begun(Incoming.Text message, Question question, String reachedAt) {
    Locale locale = question.language().locale();
    return new Asked(answered(message, question, locale, reachedAt), locale);
  }

  /** The text of the answer, or of why there is none. It goes on whether or not WeChat waits. */
  private Mono<String> answered(
      Incoming.Text message, Question question, Locale locale, String reachedAt) {
    return Mono.defer(() -> asked(message, question, locale, reachedAt))
        .subscribeOn(blocking)
        // Another node is at it, and says it when it is there.
        .onErrorResume(StillRunningException.class, e -> Mono.just(say("wechat.coming", locale)))
        .onErrorResume(
            failure -> {
              log.error("A question from WeChat was not answered", failure);
              return Mono.just(say("wechat.failed", locale));
            })
        .cache();
  }

  private Mono<String> asked(
      Incoming.Text message, Question question, Locale locale, String reachedAt) {
    Scene scene = scene(message.from());
    UUID conversation = conversation(scene);
    if (!rate(conversation).tryConsume(1)) {
      return Mono.just(say("wechat.too-often", locale));
    }
    AnswerText text = new AnswerText(messages, SourcePage.linksFrom(address(reachedAt)));
    UUID request = named(conversation + " " + message.id());
    return chat.answer(new ChatRequest(question, conversation, request).at(scene))
        .map((Answer answer) -> text.of(answer, locale));
  }

  private Question question(String text) {
    return wording.inItsLanguage(
        new Question(text, Channel.WECHAT, venue(), null, Audience.GENERAL, Language.SIMPLIFIED));
  }

  private Bucket rate(UUID conversation) {
    int most = settings.questionsPerMinute();
    return rates.get(
        conversation,
        any ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                .build());
  }

  private String greeting(OpenId follower) {
    Scene scene = scene(follower);
    ledger.record(List.of(happened(Interaction.Type.IMPRESSION, scene, null, null)));
    String greeting = say("wechat.greeting", Locale.SIMPLIFIED_CHINESE);
    List<String> questions = openingQuestions();
    return questions.isEmpty()
        ? greeting
        : greeting
            + "\n\n"
            + say("wechat.questions", Locale.SIMPLIFIED_CHINESE)
            + questions.stream().map(question -> "\n· " + question).collect(Collectors.joining());
  }

  private List<String> openingQuestions() {
    try {
      return openings.at(venue(), null, null, Audience.GENERAL).stream()
          .limit(GREETING_QUESTIONS)
          .toList();
    } catch (NotReadyException e) {
      return List.of();
    }
  }

  /** Forgets today's conversation; whose those before were, nobody can tell. */
  private @Nullable String forget(OpenId follower) {
    Scene scene = scene(follower);
    UUID conversation = conversation(scene);
    if (!ledger.remembered(conversation.toString(), 1).isEmpty()) {
      ledger.record(
          List.of(
              happened(
                  Interaction.Type.CONVERSATION_END, scene, conversation.toString(), "explicit")));
    }
    forgetting.forget(conversation);
    return null;
  }

  private Interaction happened(
      Interaction.Type type, Scene scene, @Nullable String conversation, @Nullable String reason) {
    return new Interaction(
        ids.generate(),
        clock.instant(),
        null,
        type,
        conversation,
        null,
        scene,
        null,
        null,
        null,
        null,
        null,
        reason,
        null);
  }

  /** From here on a follower is a key of the day. */
  private Scene scene(OpenId follower) {
    return visitors.scene(Channel.WECHAT, SERVICE, follower.value(), venue());
  }

  private static UUID conversation(Scene scene) {
    return named(SERVICE + " conversation " + scene.visitorKey());
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String venue() {
    return settings.venue().isEmpty() ? null : settings.venue();
  }

  private String address(String reachedAt) {
    return settings.publicAddress().isEmpty() ? reachedAt : settings.publicAddress();
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  /** A turn, and whether its answer goes another way than in the reply. */
  private final class Asked {

    private final Mono<String> answer;
    private final Locale locale;
    private final AtomicBoolean late = new AtomicBoolean();
    private final AtomicBoolean sent = new AtomicBoolean();

    private Asked(Mono<String> answer, Locale locale) {
      this.answer = answer;
      this.locale = locale;
    }

    /** The answer, or that it is coming; nothing where it came already. */
    private Mono<String> reply(OpenId to) {
      if (late.get()) {
        return sent.get() ? Mono.empty() : Mono.just(say("wechat.coming", locale));
      }
      return answer.timeout(settings.replyWithin(), Mono.fromSupplier(() -> promised(to)));
    }

    private String promised(OpenId to) {
      if (late.compareAndSet(false, true)) {
        answer.publishOn(blocking).subscribe(text -> send(to, text));
      }
      return say("wechat.coming", locale);
    }

    private void send(OpenId to, String text) {
      try {
        customers.getObject().send(to, text);
        sent.set(true);
      } catch (CustomerService.UndeliveredException e) {
        log.error(
            "An answer was ready after WeChat's five seconds and not sent: {}", e.getMessage());
      }
    }
  }
}
