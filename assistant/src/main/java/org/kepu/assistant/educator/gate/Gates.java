package org.kepu.assistant.educator.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.grounding.Ruling;
import org.kepu.assistant.guard.HardList;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.reader.Reader;

/**
 * What every draft goes through, whoever made it: its place, its text's fitness, its key read again
 * from the quoted text alone, its wrong options looked up in the whole collection, and its form;
 * and what a model wrote, the words that the guard turns visitors' questions away for.
 *
 * <p>A gate stops at its first objection, and the next gate looks all the same: an educator sees
 * everything that is wrong. Safe for use by several threads.
 */
public final class Gates {

  private static final Pattern RISKY =
      Pattern.compile(
          "中毒|被蛇咬|毒液|毒性|致命鹅膏|毒蘑菇|毒菌|急救|拨打|(?<![0-9.])120(?![0-9.]|多?[余万亿千百米公海平立年度个种颗岁天倍克吨秒分小只条头%％])|就医|送医|医院|偏方|解药|解毒|服用|药用|治病|剂量|抢救|心肺复苏|自杀|毒品|注射|能不能吃|误食|生吃|煮熟|触电|溺水|骨折|流血|止血|伤口");

  private final Map<String, Document> documents;
  private final ClaimGate claims;
  private final Rereading rereading;
  private final WrongOptions wrongOptions;
  private final HardList words = HardList.shipped();

  /**
   * @param documents the documents in force, which items may rest on
   * @param reader reads the quoted text again; null where the installation has none
   */
  public Gates(
      List<Document> documents,
      Neighbourhood neighbourhood,
      ClaimGate claims,
      @Nullable Reader reader) {
    this.documents =
        documents.stream().collect(Collectors.toMap(Document::id, Function.identity()));
    this.claims = claims;
    rereading = new Rereading(reader);
    wrongOptions = new WrongOptions(neighbourhood, claims);
  }

  /** What the gates say of {@code draft} on {@code today}. */
  public Judged judge(Draft draft, LocalDate today) {
    List<Objection> objections = new ArrayList<>();
    place(draft.item(), today).ifPresent(objections::add);
    if (objections.isEmpty()) {
      List<Passage> quoted = draft.item().evidence().stream().map(this::quoted).toList();
      key(draft, quoted).ifPresent(objections::add);
      rereading.objection(draft).ifPresent(objections::add);
      wrongOptions.objection(draft, quoted).ifPresent(objections::add);
    }
    unfit(draft.item()).ifPresent(objections::add);
    Form.objection(draft.item()).ifPresent(objections::add);
    return new Judged(
        draft.item(),
        objections,
        rereading.missing(draft) ? Set.of(Reason.KEY_NOT_READ) : Set.of());
  }

  /** Rules say what the collection says; a model may say anything. */
  private Optional<Objection> unfit(Item item) {
    return item.author().isEmpty()
        ? Optional.empty()
        : Stream.concat(Stream.of(item.stem()), content(item))
            .filter(text -> words.concern(text).isPresent())
            .findFirst()
            .map(text -> new Objection(Reason.UNFIT, text));
  }

  /** What the gates say of an item that a person worded: the same, by what its words say. */
  public Judged judge(Item item, LocalDate today) {
    return judge(Worded.draft(item), today);
  }

  private Optional<Objection> place(Item item, LocalDate today) {
    for (Evidence evidence : item.evidence()) {
      Document document = documents.get(evidence.documentId());
      if (document == null || !stands(evidence, document)) {
        return Optional.of(new Objection(Reason.SPAN, evidence.section()));
      }
      if (!document.metadata().inForceOn(today)) {
        return Optional.of(new Objection(Reason.EXPIRED, document.title()));
      }
      boolean risky = said(item, evidence).anyMatch(text -> RISKY.matcher(text).find());
      if (document.metadata().role() instanceof Role.Advice || risky) {
        return Optional.of(new Objection(Reason.RISKY, evidence.quote()));
      }
    }
    return Optional.empty();
  }

  /** All that a pupil or a teacher reads. */
  private static Stream<String> said(Item item, Evidence evidence) {
    return Stream.concat(Stream.of(evidence.quote(), item.stem()), content(item));
  }

  private static Stream<String> content(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.options().stream().flatMap(option -> Stream.of(option.text(), option.feedback()));
      case Content.Judgement judgement -> Stream.empty();
      case Content.Blank blank -> blank.answers().stream();
      case Content.Open open -> Stream.concat(Stream.of(open.answer()), open.points().stream());
      case Content.Ordering ordering -> ordering.inOrder().stream();
      case Content.Matching matching ->
          matching.pairs().stream().flatMap(pair -> Stream.of(pair.left(), pair.right()));
      case Content.Task task ->
          Stream.of(task.materials(), task.steps(), List.of(task.lookFor())).flatMap(List::stream);
    };
  }

  private static boolean stands(Evidence evidence, Document document) {
    return evidence.documentVersion().equals(document.version())
        && evidence.end() <= document.text().length()
        && document.text().substring(evidence.start(), evidence.end()).equals(evidence.quote());
  }

  /** What the key says, the quoted text must say. */
  private Optional<Objection> key(Draft draft, List<Passage> quoted) {
    return draft.asserted().stream()
        .filter(statement -> !(claims.rule(statement, quoted) instanceof Ruling.Supported))
        .findFirst()
        .map(statement -> new Objection(Reason.KEY_UNSUPPORTED, statement));
  }

  private Passage quoted(Evidence evidence) {
    Document document = documents.get(evidence.documentId());
    if (document == null) {
      throw new IllegalStateException("The place was checked before: " + evidence.section());
    }
    Section section =
        document.sections().stream()
            .filter(s -> s.start() <= evidence.start() && evidence.end() <= s.end())
            .findFirst()
            .orElseThrow();
    return Neighbourhood.place(document, section, new Span(evidence.start(), evidence.end()));
  }
}
