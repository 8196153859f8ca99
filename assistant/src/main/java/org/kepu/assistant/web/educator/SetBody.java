package org.kepu.assistant.web.educator;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.ItemSet;
import org.kepu.assistant.educator.ModelWork;
import org.kepu.assistant.educator.Slot;
import org.kepu.assistant.educator.export.Wording;
import org.kepu.assistant.educator.item.Alignment;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;

/** A set as it is shown. */
record SetBody(
    String id,
    String title,
    String state,
    int version,
    boolean mine,
    String stage,
    ProgressBody progress,
    Instant createdAt,
    Instant changedAt,
    String aiLabel,
    @Nullable ModelBody model,
    List<SlotBody> slots) {

  SetBody {
    slots = List.copyOf(slots);
  }

  static SetBody of(ItemSet set, String reader, String aiLabel) {
    return new SetBody(
        set.id(),
        set.title(),
        set.state().code(),
        set.version(),
        set.owner().equals(reader),
        set.order().stage().code(),
        new ProgressBody(set.progress().done(), set.progress().total(), set.progress().made()),
        set.createdAt(),
        set.changedAt(),
        aiLabel,
        ModelBody.of(set.modelWork()),
        set.slots().stream().map(SlotBody::of).toList());
  }

  /** How far a set has come. */
  record ProgressBody(int done, int total, int made) {}

  /**
   * What language models wrote for a set; null where none was asked.
   *
   * @param prompt names the words they were told
   * @param models each that took part, in the order in which they were first asked
   * @param sections some model was asked about
   * @param unanswered sections of those that none wrote for
   * @param limit why none was asked for the rest: {@code time} for one set, the {@code account}'s
   *     or the {@code studio}'s share of the day's tokens, or the {@code day}'s tokens were used
   *     up; null where there was no such reason
   */
  record ModelBody(
      String prompt, List<PartBody> models, int sections, int unanswered, @Nullable String limit) {

    ModelBody {
      models = List.copyOf(models);
    }

    static @Nullable ModelBody of(ModelWork work) {
      return work.equals(ModelWork.NONE)
          ? null
          : new ModelBody(
              work.prompt(),
              work.models().stream().map(PartBody::of).toList(),
              work.sections(),
              work.unanswered(),
              work.limit() == null ? null : work.limit().code());
    }
  }

  /**
   * One model's part in a set.
   *
   * @param sections it wrote for
   * @param drafts it wrote that the gates judged
   * @param flawed what it wrote that was no item, by reason
   * @param failures how often it was asked and wrote nothing
   */
  record PartBody(String name, int sections, int drafts, List<FlawBody> flawed, int failures) {

    PartBody {
      flawed = List.copyOf(flawed);
    }

    static PartBody of(ModelWork.Part part) {
      return new PartBody(
          part.model(),
          part.sections(),
          part.drafts(),
          new TreeMap<>(part.flaws())
              .entrySet().stream()
                  .map(
                      flaw ->
                          new FlawBody(
                              flaw.getKey().code(), flaw.getKey().label(), flaw.getValue()))
                  .toList(),
          part.failures().values().stream().mapToInt(Integer::intValue).sum());
    }
  }

  /** Why something was no item, and how often. */
  record FlawBody(String code, String label, int count) {}

  /** A place and its item; its author is the model that worded it, empty where rules did. */
  record SlotBody(
      int number,
      String kind,
      String stem,
      Content content,
      String key,
      String explanation,
      List<EvidenceBody> evidence,
      String source,
      String author,
      AlignmentBody alignment,
      List<ObjectionBody> objections,
      String decision,
      String reason,
      boolean edited) {

    SlotBody {
      evidence = List.copyOf(evidence);
      objections = List.copyOf(objections);
    }

    static SlotBody of(Slot slot) {
      Item item = slot.item();
      return new SlotBody(
          slot.number(),
          item.kind().code(),
          item.stem(),
          item.content(),
          Wording.key(item),
          item.explanation(),
          item.evidence().stream().map(EvidenceBody::of).toList(),
          Wording.source(item),
          item.author(),
          AlignmentBody.of(item.alignment()),
          slot.objections().stream()
              .map(
                  objection ->
                      new ObjectionBody(
                          objection.reason().code(), objection.reason().label(), objection.what()))
              .toList(),
          slot.decision().code(),
          slot.reason(),
          slot.edited());
    }
  }

  /** A quote, and where it stands. */
  record EvidenceBody(
      String documentId,
      String documentVersion,
      String title,
      String heading,
      int start,
      int end,
      String quote) {

    static EvidenceBody of(Evidence evidence) {
      return new EvidenceBody(
          evidence.documentId(),
          evidence.documentVersion(),
          evidence.title(),
          evidence.heading(),
          evidence.start(),
          evidence.end(),
          evidence.quote());
    }
  }

  /** Where an item belongs, in codes. */
  record AlignmentBody(
      String stage,
      String bloom,
      String difficulty,
      List<String> core,
      List<String> crosscutting,
      List<String> competences) {

    AlignmentBody {
      core = List.copyOf(core);
      crosscutting = List.copyOf(crosscutting);
      competences = List.copyOf(competences);
    }

    static AlignmentBody of(Alignment alignment) {
      return new AlignmentBody(
          alignment.stage().code(),
          alignment.bloom().code(),
          alignment.difficulty().code(),
          alignment.core().stream().map(c -> c.code()).toList(),
          alignment.crosscutting().stream().map(c -> c.code()).toList(),
          alignment.competences().stream().map(c -> c.code()).toList());
    }
  }

  /** What a gate said. */
  record ObjectionBody(String code, String label, String what) {}
}
