package org.kepu.assistant.conversation.spool;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.Opening;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.reach.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger that goes on while its database is away: what is written is kept in a spool on disk, and
 * done in the database, in its order, once that is back. Until all is done, everything new goes by
 * the spool, too, so that nothing overtakes.
 *
 * <p>Meanwhile requests are told apart as far as the spool knows them. A request that the database
 * answered before it went away is answered anew, and counted once all the same. Votes are refused:
 * their sender may try again.
 */
public final class SpooledLedger implements TurnLedger, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SpooledLedger.class);

  /** New turns leave room for the ends of those that are open. */
  private static final double SHARE_OF_NEW = 0.9;

  private final TurnLedger database;
  private final Spool spool;
  private final UnaryOperator<Interaction> marking;
  private final InstantSource clock;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Object lock = new Object();
  private final Object draining = new Object();
  private final Map<String, SpooledTurn> turns = new HashMap<>();
  private final Map<String, SpooledTurn> requests = new HashMap<>();
  private volatile boolean spooling;

  /**
   * @param folder where the spool lies; what it still holds is taken up
   * @param limit the most bytes of it
   * @param marking what every record undergoes before it is written anywhere
   */
  public SpooledLedger(
      TurnLedger database,
      Path folder,
      long limit,
      UnaryOperator<Interaction> marking,
      InstantSource clock) {
    this.database = database;
    this.spool = new Spool(folder, limit);
    this.marking = marking;
    this.clock = clock;
    takeUp();
  }

  /** What an earlier process left: its open turns are nobody's any more and end as errors. */
  private void takeUp() {
    spooling = !spool.isEmpty();
    for (Entry entry : spool.pending()) {
      switch (entry) {
        case Entry.Open open -> know(open.turn(), open.asked());
        case Entry.Close close -> note(close);
        case Entry.Forget forget -> forgetTurns(forget.conversationId());
        case Entry.Understood understood -> {}
        case Entry.Record record -> {}
      }
    }
    for (SpooledTurn turn : List.copyOf(turns.values())) {
      if (turn.outcome == null) {
        String answerId = turn.turn.answerId();
        Interaction ended =
            Interaction.failure(
                ids.generate(),
                clock.instant(),
                turn.turn.conversationId(),
                answerId,
                Outcome.ERROR);
        Entry.Close close = new Entry.Close(answerId, Outcome.ERROR, null, ended);
        spool.append(close, 1);
        note(close);
      }
    }
  }

  @Override
  public Opening open(NewTurn turn, Interaction asked) {
    Interaction marked = marking.apply(asked);
    return write(() -> database.open(turn, marked), () -> openInSpool(turn, marked));
  }

  private Opening openInSpool(NewTurn turn, Interaction asked) {
    SpooledTurn known = turn.requestId() == null ? null : requests.get(turn.requestId());
    if (known == null) {
      spool.append(new Entry.Open(turn, asked), SHARE_OF_NEW);
      know(turn, asked);
      return new Opening.Opened(turn.answerId(), turn.conversationId());
    }
    if (!known.turn.requestHash().equals(turn.requestHash())) {
      return new Opening.Conflicting();
    }
    if (known.answer != null) {
      return new Opening.Answered(known.answer);
    }
    if (known.outcome == null) {
      return new Opening.Running(known.turn.answerId());
    }
    spool.append(new Entry.Open(known.turn, asked), SHARE_OF_NEW);
    known.outcome = null;
    return new Opening.Opened(known.turn.answerId(), known.turn.conversationId());
  }

  @Override
  public void understood(String answerId, String question) {
    String clean = clean(question);
    write(
        () -> {
          database.understood(answerId, clean);
          return true;
        },
        () -> {
          spool.append(new Entry.Understood(answerId, clean), 1);
          SpooledTurn turn = turns.get(answerId);
          if (turn != null) {
            turn.question = clean;
          }
          return true;
        });
  }

  @Override
  public List<Remembered> remembered(String conversationId, int most) {
    if (!spooling) {
      try {
        return database.remembered(conversationId, most);
      } catch (LedgerFailureException e) {
        if (!e.away()) {
          throw e;
        }
      }
    }
    synchronized (lock) {
      List<Remembered> all =
          turns.values().stream()
              .filter(turn -> turn.turn.conversationId().equals(conversationId))
              .filter(turn -> turn.answer != null && turn.question != null)
              .sorted(Comparator.comparing(turn -> turn.turn.answerId()))
              .map(SpooledTurn::remembered)
              .toList();
      return all.subList(Math.max(0, all.size() - most), all.size());
    }
  }

  @Override
  public boolean close(
      String answerId, Outcome outcome, @Nullable String answer, Interaction ended) {
    Interaction marked = marking.apply(ended);
    return write(
        () -> database.close(answerId, outcome, answer, marked),
        () -> {
          SpooledTurn turn = turns.get(answerId);
          if (turn != null && turn.outcome != null) {
            return false;
          }
          Entry.Close close = new Entry.Close(answerId, outcome, answer, marked);
          spool.append(close, 1);
          note(close);
          return true;
        });
  }

  @Override
  public boolean vote(String answerId, Vote vote, @Nullable String reason) {
    if (spooling) {
      throw new LedgerFailureException("The database is away; please vote again in a while");
    }
    return database.vote(answerId, vote, reason == null ? null : clean(reason));
  }

  /** A text as it may be written. */
  private String clean(String text) {
    Interaction carrier = Interaction.feedback(ids.generate(), clock.instant(), "", "", "", text);
    return Optional.ofNullable(marking.apply(carrier).text()).orElse(text);
  }

  @Override
  public void forget(String conversationId) {
    write(
        () -> {
          database.forget(conversationId);
          return true;
        },
        () -> {
          spool.append(new Entry.Forget(conversationId), 1);
          forgetTurns(conversationId);
          return true;
        });
  }

  /** {@inheritDoc} While the database is away nobody knows, and all are taken for new. */
  @Override
  public List<Boolean> record(List<Interaction> events) {
    List<Interaction> marked = events.stream().map(marking).toList();
    return write(
        () -> database.record(marked),
        () -> {
          spool.append(new Entry.Record(marked), SHARE_OF_NEW);
          return Collections.nCopies(marked.size(), true);
        });
  }

  @Override
  public void beat() {
    database.beat();
  }

  @Override
  public Map<String, Long> others() {
    return database.others();
  }

  @Override
  public int closeAbandoned(Set<String> processes) {
    return database.closeAbandoned(processes);
  }

  @Override
  public int deleteTexts(Instant before) {
    return database.deleteTexts(before);
  }

  /** Whether what is written waits on disk for the database. */
  public boolean spooling() {
    return spooling;
  }

  /**
   * Does in the database what waits for it, as far as the database lets it.
   *
   * @return how much was done
   */
  public int drain() {
    synchronized (draining) {
      Replay replay = new Replay(database);
      int done = 0;
      while (spooling) {
        Entry entry = next();
        if (entry == null) {
          break;
        }
        try {
          replay.apply(entry);
        } catch (LedgerFailureException e) {
          if (!e.away()) {
            log.error("The spool cannot be written to the database", e);
          }
          return done;
        }
        synchronized (lock) {
          spool.removeFirst();
        }
        done++;
      }
      if (done > 0) {
        log.info("The database is back; {} entries were written to it from the spool", done);
      }
      return done;
    }
  }

  /** The next to be done; none: all is, and from now on the database is written to directly. */
  private @Nullable Entry next() {
    synchronized (lock) {
      Entry first = spool.first();
      if (first == null) {
        spool.clear();
        turns.clear();
        requests.clear();
        spooling = false;
      }
      return first;
    }
  }

  private <T> T write(Supplier<T> directly, Supplier<T> byTheSpool) {
    while (true) {
      if (!spooling) {
        try {
          return directly.get();
        } catch (LedgerFailureException e) {
          if (!e.away()) {
            throw e;
          }
          beginSpooling(e);
        }
      }
      synchronized (lock) {
        if (spooling) {
          return byTheSpool.get();
        }
      }
    }
  }

  private void beginSpooling(LedgerFailureException why) {
    synchronized (lock) {
      if (!spooling) {
        log.error("The database is away; records are kept in the spool until it is back", why);
        spooling = true;
      }
    }
  }

  private void know(NewTurn turn, Interaction asked) {
    SpooledTurn known = turns.get(turn.answerId());
    if (known != null) {
      known.outcome = null;
      return;
    }
    SpooledTurn spooled = new SpooledTurn(turn, asked.text());
    turns.put(turn.answerId(), spooled);
    if (turn.requestId() != null) {
      requests.put(turn.requestId(), spooled);
    }
  }

  private void note(Entry.Close close) {
    SpooledTurn turn = turns.get(close.answerId());
    if (turn != null) {
      turn.outcome = close.outcome();
      turn.answer = close.answer();
    }
  }

  private void forgetTurns(String conversationId) {
    turns.values().stream()
        .filter(turn -> turn.turn.conversationId().equals(conversationId))
        .forEach(SpooledTurn::forget);
    turns
        .values()
        .removeIf(
            turn -> turn.turn.conversationId().equals(conversationId) && turn.outcome != null);
    requests
        .values()
        .removeIf(
            turn -> turn.turn.conversationId().equals(conversationId) && turn.outcome != null);
  }

  @Override
  public void close() {
    synchronized (lock) {
      spool.close();
    }
  }

  /** A turn that the spool knows. */
  private static final class SpooledTurn {

    private final NewTurn turn;
    private @Nullable String question;
    private @Nullable Outcome outcome;
    private @Nullable String answer;

    SpooledTurn(NewTurn turn, @Nullable String question) {
      this.turn = turn;
      this.question = question;
    }

    void forget() {
      question = null;
    }

    Remembered remembered() {
      return new Remembered(
          Optional.ofNullable(question).orElseThrow(), Optional.ofNullable(answer).orElseThrow());
    }
  }
}
