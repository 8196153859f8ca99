package org.kepu.assistant.web.educator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.ItemSet;
import org.kepu.assistant.educator.ModelWork;
import org.kepu.assistant.educator.Refusals;
import org.kepu.assistant.educator.Refusals.Misfit;
import org.kepu.assistant.educator.Slot;
import org.kepu.assistant.educator.export.Wording;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.generation.Flaw;
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
    List<String> venues,
    String stage,
    ProgressBody progress,
    Instant createdAt,
    Instant changedAt,
    String aiLabel,
    @Nullable ModelBody model,
    RefusedBody refused,
    List<SlotBody> slots) {

  SetBody {
    venues = List.copyOf(venues);
    slots = List.copyOf(slots);
  }

  static SetBody of(ItemSet set, String reader, String aiLabel) {
    return new SetBody(
        set.id(),
        set.title(),
        set.state().code(),
        set.version(),
        set.owner().equals(reader),
        List.copyOf(set.venues()),
        set.order().stage().code(),
        new ProgressBody(set.progress().done(), set.progress().total(), set.progress().made()),
        set.createdAt(),
        set.changedAt(),
        aiLabel,
        ModelBody.of(set.modelWork()),
        RefusedBody.of(set.refusals()),
        set.slots().stream().map(SlotBody::of).toList());
  }

  /** How far a set has come. */
  record ProgressBody(int done, int total, int made) {}

  /**
   * How many drafts a set did without; some of what the gates refused is among its slots.
   *
   * @param objections what the gates refused, by the first reason
   * @param misfits what does not meet the order's wishes, by the first wish, and no gate saw
   */
  record RefusedBody(List<ReasonBody> objections, List<ReasonBody> misfits) {

    RefusedBody {
      objections = List.copyOf(objections);
      misfits = List.copyOf(misfits);
    }

    static RefusedBody of(Refusals refusals) {
      return new RefusedBody(
          reasons(refusals.objections(), Reason::code, Reason::label),
          reasons(refusals.misfits(), Misfit::code, Misfit::label));
    }
  }

  private static <E extends Enum<E>> List<ReasonBody> reasons(
      Map<E, Integer> counts, Function<E, String> code, Function<E, String> label) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(
                count ->
                    new ReasonBody(
                        code.apply(count.getKey()), label.apply(count.getKey()), count.getValue()))
            .toList();
  }

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
  record PartBody(String name, int sections, int drafts, List<ReasonBody> flawed, int failures) {

    PartBody {
      flawed = List.copyOf(flawed);
    }

    static PartBody of(ModelWork.Part part) {
      return new PartBody(
          part.model(),
          part.sections(),
          part.drafts(),
          reasons(part.flaws(), Flaw::code, Flaw::label),
          part.failures().values().stream().mapToInt(Integer::intValue).sum());
    }
  }

  /** Why something was not taken, and how often. */
  record ReasonBody(String code, String label, int count) {}

  /**
   * A place and its item.
   *
   * @param author the model that worded it, empty where rules did
   * @param objections what the gates said of it
   * @param unchecked the gates' rules that nothing here could check
   */
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
      List<String> unchecked,
      String decision,
      String reason,
      boolean edited) {

    SlotBody {
      evidence = List.copyOf(evidence);
      objections = List.copyOf(objections);
      unchecked = List.copyOf(unchecked);
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
          slot.unchecked().stream().map(Reason::code).sorted().toList(),
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
