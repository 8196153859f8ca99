package org.kepu.assistant.conversation.spool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.reach.Interaction;

/** What is to be done in the ledger once its database is back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Entry.Understood.class, name = "understood"),
  @JsonSubTypes.Type(value = Entry.Close.class, name = "close"),
  @JsonSubTypes.Type(value = Entry.Forget.class, name = "forget"),
  @JsonSubTypes.Type(value = Entry.Record.class, name = "record")
})
sealed interface Entry {

  record Open(NewTurn turn, Interaction asked) implements Entry {}

  record Understood(String answerId, String question) implements Entry {}

  record Close(String answerId, Outcome outcome, @Nullable String answer, Interaction ended)
      implements Entry {}

  record Forget(String conversationId) implements Entry {}

  record Record(List<Interaction> events) implements Entry {
    public Record {
      events = List.copyOf(events);
    }
  }
}
