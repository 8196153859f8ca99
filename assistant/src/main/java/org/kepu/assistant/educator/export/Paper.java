package org.kepu.assistant.educator.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Stage;

/**
 * What is exported: some items of a set, at one of its versions.
 *
 * @param title what it is called
 * @param stage whom it is for
 * @param items in the order in which they are printed
 * @param reviewed whether a person has accepted every one of them
 * @param teacher whether keys are printed, where a format prints; formats for machines always have
 *     them
 * @param setId which set
 * @param version at which version
 * @param madeAt when it is exported
 */
public record Paper(
    String title,
    Stage stage,
    List<Item> items,
    boolean reviewed,
    boolean teacher,
    String setId,
    int version,
    Instant madeAt) {

  /** The visible label that the rules on AI content ask for. */
  public static final String AI_LABEL = "本套题由人工智能生成";

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_NAME = 40;

  public Paper {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(stage, "stage");
    items = List.copyOf(items);
    Objects.requireNonNull(setId, "setId");
    Objects.requireNonNull(madeAt, "madeAt");
  }

  /** The items that {@code format} has a place for, numbered as on the paper. */
  public List<Numbered> heldBy(Format format) {
    return numbered().stream().filter(item -> format.holds(item.item().kind())).toList();
  }

  List<Numbered> numbered() {
    return java.util.stream.IntStream.range(0, items.size())
        .mapToObj(at -> new Numbered(at + 1, items.get(at)))
        .toList();
  }

  /**
   * The visible label: that a machine made it, how much a language model worded, and whether a
   * person has accepted it.
   */
  public String label() {
    long byModel = items.stream().filter(item -> !item.author().isEmpty()).count();
    String model = byModel == 0 ? "" : "，其中 %d 道由语言模型撰写".formatted(byModel);
    return AI_LABEL + model + "，" + (reviewed ? "已审核" : "未审核，使用前请逐题核对") + "。";
  }

  /** The implicit label of GB 45438-2025, as JSON. */
  public String aigc() {
    return AiLabel.implicit(setId + "." + version);
  }

  /** A name by which files of one day and title stand together in a folder. */
  public String fileName(Format format) {
    String safe = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    String shortened =
        safe.codePointCount(0, safe.length()) > LONGEST_NAME
            ? safe.substring(0, safe.offsetByCodePoints(0, LONGEST_NAME))
            : safe;
    String part = format == Format.DOCX || format == Format.PDF ? (teacher ? "-教师" : "-学生") : "";
    return "%s-%s-v%02d%s.%s"
        .formatted(
            day().toString().replace("-", ""),
            shortened.isEmpty() ? "题目" : shortened,
            version,
            part,
            format.extension());
  }

  LocalDate day() {
    return LocalDate.ofInstant(madeAt, BEIJING);
  }

  /** An item and its number. */
  public record Numbered(int number, Item item) {}
}
