package org.kepu.assistant.config;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits together what several threads write at the same time: a commit to disk costs the same for
 * one as for fifty. Nobody's work is acknowledged before that commit, and work that fails is rolled
 * back alone.
 *
 * <p>Work runs on another thread, one piece after another. A caller that is interrupted waits on
 * and learns what became of its work; its mark as interrupted stays.
 */
final class GroupedCommits implements TransactionOperations, AutoCloseable {

  private static final int MOST_AT_ONCE = 64;

  private final TransactionTemplate outer;
  private final TransactionTemplate each;
  private final BlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  GroupedCommits(PlatformTransactionManager transactions) {
    outer = new TransactionTemplate(transactions);
    each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    writer = Thread.ofPlatform().name("ledger").daemon().start(this::write);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action)
      throws TransactionException {
    if (Thread.currentThread() == writer) {
      // Work within work belongs to the same commit.
      return each.execute(action);
    }
    if (closed) {
      throw new TransactionSystemException("The ledger is closed");
    }
    Work<T> work = new Work<>(action, new CompletableFuture<>());
    waiting.add(work);
    try {
      return work.result().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private void write() {
    List<Work<?>> group = new ArrayList<>();
    try {
      while (!closed || !waiting.isEmpty()) {
        group.add(waiting.take());
        waiting.drainTo(group, MOST_AT_ONCE - 1);
        if (group.size() == 1) {
          commitAlone(group.getFirst());
        } else {
          commit(group);
        }
        group.clear();
      }
    } catch (InterruptedException e) {
      TransactionException over = new TransactionSystemException("The ledger is closed");
      waiting.forEach(work -> work.result().completeExceptionally(over));
    }
  }

  /** Nothing else is lost where it is rolled back, so it needs no savepoint. */
  private <T extends @Nullable Object> void commitAlone(Work<T> work) {
    try {
      work.result().complete(outer.execute(work.action()));
    } catch (RuntimeException | Error e) {
      work.result().completeExceptionally(e);
    }
  }

  private void commit(List<Work<?>> group) {
    try {
      List<Runnable> acknowledgements = new ArrayList<>();
      outer.executeWithoutResult(
          status -> group.forEach(work -> acknowledgements.add(work.run(each))));
      acknowledgements.forEach(Runnable::run);
    } catch (RuntimeException | Error e) {
      group.forEach(work -> work.result().completeExceptionally(e));
    }
  }

  /** Lets what waits be written, and ends. */
  @Override
  public void close() {
    closed = true;
    if (waiting.isEmpty()) {
      writer.interrupt();
    }
  }

  private record Work<T extends @Nullable Object>(
      TransactionCallback<T> action, CompletableFuture<T> result) {

    /** Runs it under a savepoint; what it returns tells the caller, once all is committed. */
    Runnable run(TransactionTemplate savepoint) {
      try {
        T value = savepoint.execute(action);
        return () -> result.complete(value);
      } catch (RuntimeException | Error e) {
        return () -> result.completeExceptionally(e);
      }
    }
  }
}
