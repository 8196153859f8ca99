package org.kepu.assistant.chat;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.answer.FollowUps;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.answer.llm.ModelAnswerer;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.context.ContextualSearch;
import org.kepu.assistant.context.ContextualSearch.Found;
import org.kepu.assistant.context.Understanding;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.Opening;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.guard.Concern;
import org.kepu.assistant.guard.Guard;
import org.kepu.assistant.guard.PersonalData;
import org.kepu.assistant.guard.Ruling;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Intent;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.register.Wording;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers one question after another, each from its record to its end, on the calling thread.
 *
 * <p>A turn is in the ledger before it is accepted, and ends there exactly once: with its answer,
 * as cancelled when its thread is interrupted, or as an error.
 */
final class Turns {

  private static final int PASSAGES = 6;

  /** From so much on, a question the guard doubts is rather about something else: e to 1. */
  private static final double ELSEWHERE = 1;

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  /** Sets the turns of those who insult apart; seen only after the question was recorded. */
  private static final Scene ABUSIVE = Scene.builder().flags(EnumSet.of(Flag.ABUSE)).build();

  private final KnowledgeBase knowledge;
  private final Guard guard;
  private final Intervention intervention;
  private final Courtesy courtesy;
  private final Context context;
  private final DirectAnswerer direct;
  private final Answerer answerer;
  private final NoSource noSource;
  private final AskingBack askingBack;
  private final Recollection recollection;
  private final Topics topics;
  private final TurnLedger ledger;
  private final ChatSettings settings;
  private final Workload workload;
  private final Wording wording;
  private final MessageSource messages;
  private final JsonMapper json;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Map<String, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();

  Turns(
      KnowledgeBase knowledge,
      Guard guard,
      Context context,
      DirectAnswerer direct,
      Answerer answerer,
      TurnLedger ledger,
      ChatSettings settings,
      Wording wording,
      OpeningQuestions openings,
      MessageSource messages,
      JsonMapper json,
      MeterRegistry meters,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.guard = guard;
    AuthoredWords words = new AuthoredWords(messages);
    this.intervention = new Intervention(openings, words);
    this.courtesy = new Courtesy(openings, words);
    this.context = context;
    this.direct = direct;
    this.answerer = answerer;
    this.noSource = new NoSource(new FollowUps(knowledge), messages);
    this.askingBack = new AskingBack(messages);
    this.recollection = new Recollection(ledger, context, json);
    this.topics = new Topics(knowledge);
    this.ledger = ledger;
    this.settings = settings;
    this.workload =
        new Workload(Runtime.getRuntime().availableProcessors(), settings.waitingAtMost());
    this.wording = wording;
    this.messages = messages;
    this.json = json;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Tells {@code out} the events of a turn.
   *
   * @throws OverloadedException if too many wait already; nothing was recorded
   * @throws RequestConflictException if the request's id belongs to another request
   * @throws InterruptedException if the thread was interrupted; the turn is recorded as cancelled
   */
  void take(ChatRequest received, Consumer<ChatEvent> out) throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    // From here on nobody sees what tells who the visitor is.
    ChatRequest scrubbed = received.edited(PersonalData::removedFrom);
    ChatRequest request = scrubbed.about(wording.inItsLanguage(scrubbed.question()));
    NewTurn turn =
        new NewTurn(
            ids.generate().toString(),
            Optional.ofNullable(request.conversationId()).orElseGet(ids::generate).toString(),
            Optional.ofNullable(request.requestId()).map(UUID::toString).orElse(null),
            hash(identity(request)));
    try (Workload.Place place = workload.enter()) {
      switch (ledger.open(turn, asked(turn, request))) {
        case Opening.Opened opened ->
            answer(
                new ChatEvent.Accepted(opened.conversationId(), opened.answerId()),
                request,
                place,
                watch,
                out);
        case Opening.Answered answered ->
            json.readValue(answered.answer(), Answer.class).events().forEach(out);
        case Opening.Running other -> {
          // Who waits for another's answer needs no turn of its own.
          place.close();
          await(other.answerId()).events().forEach(out);
        }
        case Opening.Conflicting conflict ->
            throw new RequestConflictException(request.requestId());
      }
    }
  }

  private void answer(
      ChatEvent.Accepted accepted,
      ChatRequest request,
      Workload.Place place,
      Stopwatch watch,
      Consumer<ChatEvent> out)
      throws InterruptedException {
    CompletableFuture<Answer> promise = new CompletableFuture<>();
    running.put(accepted.answerId(), promise);
    try {
      out.accept(accepted);
      promise.complete(answerWhole(accepted, request, place, watch, out));
    } catch (InterruptedException e) {
      end(accepted, Outcome.CANCELLED);
      throw e;
    } catch (RuntimeException | Error e) {
      end(accepted, Outcome.ERROR);
      throw e;
    } finally {
      // Whoever waits for a promise that was not kept is told to try again.
      promise.completeExceptionally(new StillRunningException());
      running.remove(accepted.answerId(), promise);
    }
  }

  private Answer answerWhole(
      ChatEvent.Accepted accepted,
      ChatRequest request,
      Workload.Place place,
      Stopwatch watch,
      Consumer<ChatEvent> out)
      throws InterruptedException {
    Question question = request.question();
    List<AnswerPart> parts = new ArrayList<>();
    Wording.Worded say =
        wording.worded(
            question.language(),
            part -> {
              if (part instanceof Sentence) {
                watch.markFirst();
              }
              parts.add(part);
              out.accept(new ChatEvent.Said(part));
            });
    Looked looked = place.inTurn(() -> look(accepted, request, place, say));
    long retrieveMs = watch.elapsedMs();
    Question asked = question.asking(looked.question());
    if (!asked.equals(question)) {
      ledger.understood(accepted.answerId(), asked.text());
    }
    Verdict verdict =
        switch (looked) {
          case Reply reply -> reply.verdict();
          case Sought sought -> answerFrom(sought, asked, say);
        };
    if (Thread.interrupted()) {
      throw new InterruptedException("The caller left");
    }

    String label = messages.getMessage("answer.ai-label", null, question.language().locale());
    Timings timings = new Timings(retrieveMs, watch.firstMs(), watch.elapsedMs());
    ChatEvent.Done done =
        new ChatEvent.Done(verdict.outcome(), verdict.generatedBy(), label, timings);
    Answer answer = Answer.of(accepted, parts, done);
    ledger.close(
        accepted.answerId(),
        verdict.outcome(),
        json.writeValueAsString(answer),
        answered(accepted, answer, say.grounded(), looked));
    measure(verdict.outcome(), timings);
    out.accept(done);
    return answer;
  }

  /** All that costs processor time: the guard's look, what is meant, and the search. */
  private Looked look(
      ChatEvent.Accepted accepted,
      ChatRequest request,
      Workload.Place place,
      Consumer<AnswerPart> say) {
    Question question = request.question();
    Ruling ruling = guard.look(question);
    Optional<Reply> early = stopped(ruling, question, say).or(() -> returned(question, say));
    if (early.isPresent()) {
      return early.get();
    }
    Understanding meant =
        context.understand(
            question.text(),
            recollection.before(request, accepted.conversationId()),
            question.exhibit());
    Optional<Reply> direct = directly(question, meant, say);
    if (direct.isPresent()) {
      return direct.get();
    }
    boolean closely = place.mayReadClosely();
    if (!closely) {
      meters.counter("kepu.answers.hurried").increment();
    }
    return new Sought(
        find(question, meant, closely ? settings.readerTokens() : 0),
        ruling instanceof Ruling.Doubted,
        Intents.searched(question));
  }

  /** What is said instead of an answer, where the guard sees a concern. */
  private Optional<Reply> stopped(Ruling ruling, Question question, Consumer<AnswerPart> say) {
    return switch (ruling) {
      case Ruling.Clear clear -> Optional.empty();
      case Ruling.Doubted doubted -> Optional.empty();
      case Ruling.Crisis(Concern concern) -> {
        count(concern);
        yield Optional.of(
            new Reply(
                question.text(),
                intervention.help(concern, question, say),
                Intents.stopped(concern)));
      }
      case Ruling.Refused(Concern concern) -> {
        count(concern);
        yield Optional.of(
            new Reply(
                question.text(),
                intervention.refuse(concern, question, say),
                Intents.stopped(concern)));
      }
    };
  }

  /** A greeting, thanks or a goodbye is returned, and nothing is searched for it. */
  private Optional<Reply> returned(Question question, Consumer<AnswerPart> say) {
    return courtesy
        .answer(question, say)
        .map(verdict -> new Reply(question.text(), verdict, Intent.GREETING));
  }

  private void count(Concern concern) {
    meters.counter("kepu.guard.interventions", "concern", concern.code()).increment();
  }

  /** An answer that needs no search: what is computed, or a question back. */
  private Optional<Reply> directly(
      Question question, Understanding meant, Consumer<AnswerPart> say) {
    return switch (meant) {
      case Understanding.Literal literal -> reply(question, say);
      case Understanding.PointsBack back -> reply(question.asking(back.readings().getFirst()), say);
      case Understanding.MayGoOn on ->
          reply(question.asking(on.reading()), say).or(() -> reply(question, say));
      case Understanding.Unclear unclear ->
          reply(question, say).or(() -> Optional.of(askedBack(question, unclear.choices(), say)));
    };
  }

  private Optional<Reply> reply(Question question, Consumer<AnswerPart> say) {
    return direct.answer(question, say).map(verdict -> reply(question, verdict));
  }

  private Reply askedBack(Question question, List<String> choices, Consumer<AnswerPart> say) {
    return reply(question, askingBack.ask(question, choices, say));
  }

  private static Reply reply(Question question, Verdict verdict) {
    return new Reply(question.text(), verdict, Intents.direct(question, verdict));
  }

  private Found find(Question question, Understanding meant, int readerTokens) {
    return new ContextualSearch(text -> search(question.asking(text), readerTokens))
        .find(question.text(), meant);
  }

  private Findings search(Question question, int readerTokens) {
    return knowledge.search(
        new SearchRequest(
            question.text(),
            PASSAGES,
            question.venue(),
            question.audience().ofDocuments(),
            readerTokens,
            LocalDate.now(clock(ACADEMY))));
  }

  private Verdict answerFrom(Sought sought, Question question, Consumer<AnswerPart> say)
      throws InterruptedException {
    Found found = sought.found();
    boolean strayed = sought.doubted() && isElsewhere(found.findings());
    if (strayed) {
      meters.counter("kepu.guard.strayed").increment();
    }
    boolean supported = found.support() >= settings.leastEvidence() && !strayed;
    return (supported ? answerer : noSource).answer(question, found.findings(), say);
  }

  /** Whether a question is rather about something else than the collection it was searched in. */
  private static boolean isElsewhere(Findings findings) {
    return !findings.adviceAsked() && findings.evidence().outside() >= ELSEWHERE;
  }

  private void end(ChatEvent.Accepted accepted, Outcome outcome) {
    // A thread that is still marked as interrupted cannot wait for a database connection.
    boolean interrupted = Thread.interrupted();
    ledger.close(
        accepted.answerId(),
        outcome,
        null,
        Interaction.failure(
            ids.generate(),
            clock.instant(),
            accepted.conversationId(),
            accepted.answerId(),
            outcome));
    meters.counter("kepu.answers", "outcome", outcome.code()).increment();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer await(String answerId) throws InterruptedException {
    CompletableFuture<Answer> other = running.get(answerId);
    if (other == null) {
      throw new StillRunningException();
    }
    try {
      return other.get();
    } catch (ExecutionException e) {
      throw new StillRunningException();
    }
  }

  private void measure(Outcome outcome, Timings timings) {
    meters.counter("kepu.answers", "outcome", outcome.code()).increment();
    meters.timer("kepu.answer.retrieve").record(Duration.ofMillis(timings.retrieveMs()));
    meters.timer("kepu.answer.first.sentence").record(Duration.ofMillis(timings.firstSentenceMs()));
    meters.timer("kepu.answer.total").record(Duration.ofMillis(timings.totalMs()));
  }

  /**
   * At a terminal the record is named by the request: one that gets no answer tells of the same
   * question itself, and the log takes a name once.
   */
  private Interaction asked(NewTurn turn, ChatRequest request) {
    UUID requestId = request.question().channel() == Channel.KIOSK ? request.requestId() : null;
    return Interaction.question(
        Optional.ofNullable(requestId).orElseGet(ids::generate),
        clock.instant(),
        turn.conversationId(),
        turn.answerId(),
        request.scene().of(request.question()),
        request.question().text());
  }

  /**
   * @param grounded whether all that was said has a citation
   * @param looked what it was answered from
   */
  private Interaction answered(
      ChatEvent.Accepted accepted, Answer answer, boolean grounded, Looked looked) {
    Findings findings = looked.findings();
    return Interaction.answer(
            ids.generate(),
            clock.instant(),
            accepted.conversationId(),
            accepted.answerId(),
            new Ending(
                answer.outcome(),
                looked.intent(),
                grounded,
                answer.citations().stream().map(Turns::named).distinct().toList(),
                topics.of(answer.citations(), findings),
                answer.generatedBy(),
                answer.generatedBy().startsWith("llm:") ? ModelAnswerer.PROMPT_VERSION : null,
                findings == null ? null : findings.generation(),
                answer.timings().firstSentenceMs(),
                answer.timings().totalMs()))
        .at(looked.intent() == Intent.ABUSE ? ABUSIVE : Scene.UNKNOWN);
  }

  private static String identity(ChatRequest request) {
    String identity = request.question().toString() + request.conversationId();
    return request.earlier().isEmpty() ? identity : identity + request.earlier();
  }

  /** Tells requests apart without keeping what they ask. */
  private static String hash(String request) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_16));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String named(Citation citation) {
    return citation.documentId() + "@" + citation.documentVersion();
  }

  private java.time.Clock clock(ZoneId zone) {
    return clock.withZone(zone);
  }

  /** What came of looking a question up. */
  private sealed interface Looked {

    /** What was asked, as it was understood. */
    String question();

    /** What a search found, null if none was made. */
    @Nullable Findings findings();

    /** What the turn is about. */
    Intent intent();
  }

  /** An answer without a search. */
  private record Reply(String question, Verdict verdict, Intent intent) implements Looked {

    @Override
    public @Nullable Findings findings() {
      return null;
    }
  }

  /**
   * What a search found.
   *
   * @param doubted whether it answers only if the question is about the collection's subjects
   */
  private record Sought(Found found, boolean doubted, Intent intent) implements Looked {

    @Override
    public String question() {
      return found.question();
    }

    @Override
    public Findings findings() {
      return found.findings();
    }
  }

  /** Milliseconds since it was made. */
  private static final class Stopwatch {

    private final long start = System.nanoTime();
    private long first = -1;

    long elapsedMs() {
      return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    void markFirst() {
      if (first < 0) {
        first = elapsedMs();
      }
    }

    long firstMs() {
      return first < 0 ? elapsedMs() : first;
    }
  }
}
