package org.kepu.assistant.activity;

import java.time.Instant;
import java.util.function.Consumer;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;

/** A log that knows on what occasion, and in which city, something happened. */
public final class OccasionLog implements InteractionLog {

  private final InteractionLog log;
  private final Occasions occasions;

  public OccasionLog(InteractionLog log, Occasions occasions) {
    this.log = log;
    this.occasions = occasions;
  }

  @Override
  public boolean append(Interaction interaction) {
    return log.append(interaction.at(occasions.complete(interaction.scene())));
  }

  @Override
  public void read(Instant from, Instant to, Consumer<Interaction> reader) {
    log.read(from, to, reader);
  }
}
