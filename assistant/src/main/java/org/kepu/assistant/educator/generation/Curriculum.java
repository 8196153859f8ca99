package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.assistant.educator.item.Alignment;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Crosscutting;
import org.kepu.assistant.educator.item.Difficulty;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;

/**
 * Proposes where an item belongs in the science curriculum standard of 2022: the core concept by
 * words that name one and by its document's topics, the crosscutting concept by the words of
 * heading and stem, the stage by how hard the words and numbers are, the level and the competence
 * by how it is answered.
 */
final class Curriculum {

  /** A table of topics: topic, core concepts, the youngest stage. */
  private static final Map<String, Topic> TOPICS = topics();

  private static final Map<Crosscutting, Pattern> SIGNS = signs();

  private static final Pattern FOR_OLDER =
      Pattern.compile(
          "[A-Za-z]{3,}|\\d\\.\\d|亿|%|百分之|光年|天文单位|同位素|激素|分子|原子|质量|引力|磁场|光谱|板块|纬度|轨道|公元前|纪[早中晚]|目、|科、|碳酸钙|自转|公转|发情|交配|压力|气压");

  private static final Pattern FOR_OLDEST =
      Pattern.compile(
          "同位素|光谱|红移|微波|角秒|秒差距|电离|等离子|核聚变|相对论|暗能量|暗物质|线粒体|染色体|核苷|蛋白质|氨基酸|光度|磁层|岁差|视差|系统发育|渗透|酶|基因|DNA|米勒实验|光反应|暗反应");

  private static final Pattern CHANGE = Pattern.compile("燃烧|生锈|氧化|化学反应|化学变化|发酵|腐烂|溶解");

  private static final Pattern MOTION = Pattern.compile("引力|重力|摩擦|浮力|惯性|推力|反冲|磁力|失重");

  /** Stems longer than this are too long for years 3 and 4. */
  private static final int SHORT_STEM = 36;

  /** And longer than this, for the youngest, who are told it. */
  private static final int YOUNG_STEM = 24;

  private Curriculum() {}

  static Alignment align(
      Document document, Section section, Kind kind, Bloom bloom, String stem, String said) {
    Stage stage = stage(document, kind, stem, said);
    return new Alignment(
        stage,
        bloom,
        difficulty(kind, bloom, stage),
        core(document, kind, bloom, section.heading() + stem),
        crosscutting(section.heading() + stem),
        competences(kind, bloom, section.heading()));
  }

  private static Stage stage(Document document, Kind kind, String stem, String said) {
    String words = stem + said;
    if (FOR_OLDEST.matcher(words).find()) {
      return Stage.YEARS_7_9;
    }
    if (!kind.written()) {
      boolean young =
          document.metadata().audience() == Audience.CHILD
              || (topicStage(document) == Stage.YEARS_3_4 && stem.length() <= YOUNG_STEM);
      return young && !FOR_OLDER.matcher(said).find() && !stem.contains("《")
          ? Stage.YEARS_1_2
          : topicStage(document);
    }
    Stage stage =
        document.metadata().audience() == Audience.CHILD ? Stage.YEARS_3_4 : topicStage(document);
    boolean older = FOR_OLDER.matcher(words).find() || stem.length() > SHORT_STEM;
    return older ? stage.atLeast(Stage.YEARS_5_6) : stage;
  }

  private static Stage topicStage(Document document) {
    return document.metadata().topics().stream()
        .map(TOPICS::get)
        .filter(topic -> topic != null)
        .map(Topic::youngest)
        .reduce(Stage.YEARS_3_4, Stage::atLeast);
  }

  private static Difficulty difficulty(Kind kind, Bloom bloom, Stage stage) {
    int hard = bloom.compareTo(Bloom.ANALYSE) >= 0 ? 1 : 0;
    hard += stage == Stage.YEARS_7_9 ? 1 : 0;
    hard +=
        switch (kind) {
          case TRUE_FALSE, ORAL, HANDS_ON -> 0;
          case SINGLE_CHOICE, MATCHING -> 1;
          case MULTIPLE_CHOICE, FILL_IN, SHORT_ANSWER, ORDERING -> 1;
        };
    return switch (hard) {
      case 0 -> Difficulty.EASY;
      case 1 -> Difficulty.MEDIUM;
      default -> Difficulty.HARD;
    };
  }

  /** What an item speaks of says more than its document's topics do. */
  private static List<CoreConcept> core(Document document, Kind kind, Bloom bloom, String words) {
    Set<CoreConcept> core = new LinkedHashSet<>();
    if (kind == Kind.HANDS_ON && bloom == Bloom.CREATE) {
      core.add(CoreConcept.ENGINEERING_DESIGN);
    }
    if (CHANGE.matcher(words).find()) {
      core.add(CoreConcept.CHANGE_OF_MATTER);
    }
    if (MOTION.matcher(words).find()) {
      core.add(CoreConcept.MOTION_AND_INTERACTION);
    }
    // The narrower topics say more than the broad one, which comes first.
    List<String> narrowFirst = new ArrayList<>(document.metadata().topics());
    if (narrowFirst.size() > 1) {
      narrowFirst.add(narrowFirst.removeFirst());
    }
    narrowFirst.stream()
        .map(TOPICS::get)
        .filter(topic -> topic != null)
        .forEach(topic -> core.addAll(topic.core()));
    if (core.isEmpty()) {
      core.add(CoreConcept.TECHNOLOGY_AND_SOCIETY);
    }
    return core.stream().limit(2).toList();
  }

  private static List<Crosscutting> crosscutting(String words) {
    return SIGNS.entrySet().stream()
        .filter(sign -> sign.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .limit(2)
        .toList();
  }

  private static List<Competence> competences(Kind kind, Bloom bloom, String heading) {
    Set<Competence> competences = new LinkedHashSet<>();
    if (kind == Kind.HANDS_ON) {
      competences.add(Competence.INQUIRY_AND_PRACTICE);
    } else if (bloom.compareTo(Bloom.ANALYSE) >= 0 || heading.contains("为什么")) {
      competences.add(Competence.SCIENTIFIC_THINKING);
    }
    if (heading.matches(".*(?:保护|怎么办|放生|爱护|濒危|救助|污染).*")) {
      competences.add(Competence.ATTITUDE_AND_RESPONSIBILITY);
    }
    if (competences.size() < 2) {
      competences.add(Competence.SCIENTIFIC_IDEAS);
    }
    return List.copyOf(competences);
  }

  private static Map<Crosscutting, Pattern> signs() {
    Map<Crosscutting, Pattern> signs = new EnumMap<>(Crosscutting.class);
    signs.put(
        Crosscutting.STRUCTURE_AND_FUNCTION,
        Pattern.compile("角|蹄|牙|嘴|喙|翅|羽|眼|耳|骨|皮|壳|脚|爪|尾|鳞|舌|脖子|器官|有什么用|结构|靠什么|构造"));
    signs.put(Crosscutting.MATTER_AND_ENERGY, Pattern.compile("吃|食物|热|光|能量|温度|水|气|燃|营养|做的|组成|成分"));
    signs.put(
        Crosscutting.STABILITY_AND_CHANGE,
        Pattern.compile("变|年前|灭绝|演化|形成|消失|长大|周期|季|每年|什么时候|历史|来历|发现"));
    signs.put(Crosscutting.SYSTEM_AND_MODEL, Pattern.compile("系|关系|群|链|网|模型|分为|分类|区别|顺序|围绕|绕|位置"));
    return signs;
  }

  private static Map<String, Topic> topics() {
    Map<String, Topic> topics = new java.util.HashMap<>();
    for (String line : Tables.lines("topics.tsv")) {
      String[] cells = line.split("\t", -1);
      topics.put(
          cells[0],
          new Topic(
              Stream.of(cells[1].split(","))
                  .map(code -> CoreConcept.valueOf(code.toUpperCase(Locale.ROOT)))
                  .toList(),
              Stage.valueOf(cells[2].toUpperCase(Locale.ROOT))));
    }
    return Map.copyOf(topics);
  }

  private record Topic(List<CoreConcept> core, Stage youngest) {
    Topic {
      core = List.copyOf(core);
    }
  }
}
