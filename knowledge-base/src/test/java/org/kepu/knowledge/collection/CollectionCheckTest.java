package org.kepu.knowledge.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small collection keeps every rule until one of its files is broken. */
class CollectionCheckTest {

  private static final Path SAMPLE = Path.of("src/test/resources/sample-collection");
  private static final CollectionCheck CHECK = new CollectionCheck(LocalDate.of(2026, 12, 1));

  private static final String ARTICLE = "astronomy/moon.md";
  private static final String VARIANT = "child/moon-child.md";
  private static final String MYTH = "myths/myth-moon-dark-side.md";
  private static final String ADVICE = "advice/advice-eclipse-eyes.md";
  private static final String PICTURE = "media/moon-size.svg";
  private static final String PICTURES = "illustrations.yaml";
  private static final String NAMES = "names.yaml";
  private static final String WORDINGS = "questions/astronomy.jsonl";

  @TempDir private Path folder;

  @Test
  void theSampleKeepsEveryRule() {
    assertThat(CHECK.violations(CollectionFolder.read(SAMPLE))).isEmpty();
  }

  @Test
  void everyRuleIsSeenToFail() {
    assertThat(breaches().map(Broken::rule)).containsExactlyInAnyOrderElementsOf(CHECK.rules());
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aBrokenFileIsFound(Broken broken) throws IOException {
    broken.writeTo(folder);

    assertThat(CHECK.violations(CollectionFolder.read(folder)))
        .anySatisfy(
            violation -> {
              assertThat(violation.rule()).isEqualTo(broken.rule());
              assertThat(violation.place()).startsWith(broken.place());
              assertThat(violation.wayOut()).startsWith("please ");
            });
  }

  @Test
  void violationsComeByPlaceAndInTheOrderOfTheRules() throws IOException {
    broken(MYTH, "planetarium", "zoo", "").writeTo(folder);
    Path article = folder.resolve(ARTICLE);
    Files.writeString(
        article, Files.readString(article).replace("planetarium", "zoo").replace("CC BY", "CC"));

    assertThat(CHECK.violations(CollectionFolder.read(folder)))
        .extracting(violation -> violation.place() + " " + violation.found())
        .containsExactly(
            ARTICLE + " zoo",
            ARTICLE + " CC 4.0",
            VARIANT + " [planetarium], the parent has [zoo]",
            MYTH + " zoo");
  }

  static Stream<Broken> breaches() {
    return Stream.of(
            breachesOfFiles(),
            breachesOfQuestions(),
            breachesOfTexts(),
            breachesOfDays(),
            breachesOfVariants(),
            breachesOfMythsAndAdvice(),
            breachesOfPictures(),
            breachesOfNames(),
            breachesOfWordings())
        .flatMap(List::stream);
  }

  private static List<Broken> breachesOfFiles() {
    return List.of(
        broken(ARTICLE, "audience: general", "audience: all", "Every file can be read"),
        broken(
            "astronomy/notes.txt",
            "",
            "later",
            "A folder of the collection holds Markdown files alone, media pictures alone"),
        broken(
            ARTICLE,
            "[astronomy, moon]",
            "[biodiversity, milu]",
            "A file lies in the folder of what it is"),
        broken(
            ARTICLE,
            "[astronomy, moon]",
            "[astronomy, cheese]",
            "The first topic is a broad subject, and every topic stands in the taxonomy once"),
        broken(ARTICLE, "[planetarium]", "[zoo]", "Every venue is one of three"),
        broken(ARTICLE, "CC BY 4.0", "CC0", "The licence is Creative Commons Attribution"),
        broken(ARTICLE, "《中国大百科全书》“月球”条", "\" \"", "Every document names its sources"),
        broken(
            ARTICLE,
            "aliases: [月球, 月亮",
            "aliases: [月亮, 月亮",
            "A document has 12 aliases at most and none twice"),
        broken(ARTICLE, "title: 月球", "title: " + "月".repeat(21), "A title has 1 to 20 characters"),
        broken(ARTICLE, "\n# 月球\n", "\n# 月亮\n", "The first heading is the title"),
        broken(
            ARTICLE,
            "id: moon\n",
            "id: Moon\n",
            "An id is its file's name, in small letters, digits and hyphens"),
        broken(MYTH, "id: myth-moon-dark-side", "id: moon", "No id is used twice"));
  }

  private static List<Broken> breachesOfQuestions() {
    return List.of(
        broken(ARTICLE, "## 有多少人登上过月球？", "", "An article answers 5 questions or more"),
        broken(ARTICLE, "## 有多少", "### 有多少", "There are no headings below the questions"),
        broken(MYTH, "月球背面是不是永远黑漆漆的？", "有多少人登上过月球？", "No question is asked twice but by variants"),
        broken(MYTH, "黑漆漆的？", "黑漆漆的", "A heading is a question of 6 to 30 characters"),
        broken(ARTICLE, "月球几乎没有", "月".repeat(80), "An answer has 80 characters at most"),
        broken(ARTICLE, "月球几乎没有", "它几乎没有", "An answer stands alone"),
        broken(ARTICLE, "坑底藏有水冰。", "坑底藏有水冰", "An answer is a sentence"),
        broken(
            ARTICLE,
            "月球引力小，",
            "月球小。".repeat(80),
            "The answer of an article is explained in 80 to 450 characters"),
        broken(
            VARIANT,
            "月球上没有风雨，",
            "月球小。".repeat(80),
            "The answer of a variant is explained in 40 to 300 characters"),
        broken(
            MYTH,
            "新月的时候，",
            "月球小。".repeat(80),
            "The answer of a myth is explained in 60 to 400 characters"),
        broken(ADVICE, "不要揉眼睛，", "揉".repeat(91), "No sentence has more than 90 characters"));
  }

  private static List<Broken> breachesOfTexts() {
    return List.of(
        broken(ARTICLE, "静海", "[静海](moon.md)".repeat(4), "A document has 3 links at most"),
        broken(
            ARTICLE,
            "静海",
            "[静海](../child/moon.md)",
            "Every link leads to a document of the collection"),
        broken(ARTICLE, "静海", "静<br>海", "A text is without HTML"),
        broken(ARTICLE, "静海", "![静海](moon.md)", "A text is without images"),
        broken(ARTICLE, "静海", "**静海**", "A text is without bold type"),
        broken(ARTICLE, "静海", "总之静海", "A text is without talking down to the reader"),
        broken(ARTICLE, "静海", "静\u200B海", "A text is without invisible characters"));
  }

  private static List<Broken> breachesOfDays() {
    return List.of(
        broken(ARTICLE, "reviewedOn: 2026", "reviewedOn: 2027", "No review is in the future"),
        broken(
            ARTICLE,
            "asOf: 2025-12-31\n",
            "",
            "A text that says 截至 and a year, 国家一级保护 or 预计 and a year names asOf and reviewBy"),
        broken(ARTICLE, "asOf: 2025", "asOf: 2026", "A fact's day is not in the future"),
        broken(
            ARTICLE,
            "reviewBy: 2027-06-30",
            "reviewBy: 2025-12-31",
            "The next review comes after the fact's day"));
  }

  private static List<Broken> breachesOfVariants() {
    return List.of(
        broken(
            VARIANT,
            "variantOf: moon",
            "variantOf: myth-moon-dark-side",
            "A variant's parent is an article"),
        broken(
            VARIANT, "audience: child", "audience: general", "A variant is written for children"),
        broken(VARIANT, "title: 月球", "title: 月亮", "A variant's title is its parent's"),
        broken(VARIANT, "[astronomy, moon]", "[astronomy]", "A variant's topics are its parent's"),
        broken(VARIANT, "[planetarium]", "[]", "A variant's venues are its parent's"),
        broken(VARIANT, "有多少人登上过", "多少人登上过", "Every heading of a variant stands in its parent"),
        broken(
            VARIANT,
            "3474千米",
            "3474.5千米",
            "Every number of a variant stands in the parent's section"),
        broken(
            VARIANT,
            "月球的宽度",
            "月之暗面的宽度",
            "What a variant names near its subject is named in the parent's section"),
        broken(
            VARIANT,
            "月球上没有风雨，",
            "月".repeat(81),
            "No sentence of a variant has more than 80 characters"));
  }

  private static List<Broken> breachesOfMythsAndAdvice() {
    return List.of(
        broken(MYTH, "暗面。\nsupp", "暗面吗？\nsupp", "A belief is a plain statement"),
        broken(MYTH, "月球自转一圈和", "## 月球转吗？\n\n月球自转一圈和", "A myth asks one question"),
        broken(MYTH, "[\"moon#为什么", "[\"moon#怎么", "The correction of a myth rests on articles"),
        broken(ADVICE, "直接看太阳", "## 怎么看太阳？\n\n直接看太阳", "Advice answers one question"),
        broken(ADVICE, "不要揉眼睛，", "不要揉眼睛。".repeat(100), "Advice has 600 characters at most in all"),
        broken(
            ADVICE,
            "去医院的眼科检查。\n\n直接看太阳可能灼伤眼底，伤的当时往往不疼，几小时后才看东西发暗、变形。不要揉眼睛，不要自己买眼药水。视力突然下降又无法自己就医时，请拨打120",
            "休息1200分钟",
            "Advice says whom to call or where to go"),
        broken(
            ADVICE,
            "[看日食眼睛疼, 看太阳眼睛疼]",
            "[疼]",
            "Advice has a trigger, and each has 2 to 12 characters"),
        broken(ADVICE, "看太阳眼睛疼]", "看日食 眼睛疼]", "A trigger asks for one piece of advice"),
        broken(ADVICE, "#月球上有空气和水吗？", "#月球？", "The sections that advice rests on are there"));
  }

  private static List<Broken> breachesOfPictures() {
    return List.of(
        broken(
            PICTURES, "moon-size.svg", "moon.svg", "Every picture in the table is among the media"),
        broken(
            PICTURES,
            "- file: moon-size.svg",
            "- file: other.svg",
            "Every picture among the media stands in the table once",
            PICTURE),
        broken(
            PICTURES,
            "月球有多大、",
            "月球多大、",
            "A picture belongs to a section, and its sections are there"),
        broken(PICTURE, "</title>", "", "A picture is well-formed SVG"),
        broken(PICTURE, "viewBox", "viewbox", "A picture has a view box"),
        broken(PICTURE, "<title>月球有多大</title>", "", "A picture has a title"),
        broken(PICTURE, "一个大圆", "一个圆", "A picture describes itself as the table does"),
        broken(
            PICTURE,
            "</svg>",
            "<use href=\"https://example.org/moon.svg#moon\"/></svg>",
            "A picture runs nothing and fetches nothing"),
        broken(
            PICTURE,
            "font-size=\"30\"",
            "style=\"font-size: 25.5px\"",
            "Letters in a picture are 26 units high or more"));
  }

  private static List<Broken> breachesOfNames() {
    return List.of(
        broken(NAMES, "id: dark-side", "id: moon", "An id names one concept"),
        broken(NAMES, "Elaphurus davidianus", "ＭＯＯＮ", "A name belongs to one concept"),
        broken(NAMES, "documents: []", "documents: [milu]", "The documents of a concept are there"),
        broken(NAMES, "reading: mí lù, ", "", "A name with a rare character has its reading"),
        broken(
            NAMES,
            "scientific: [Elaphurus davidianus], ",
            "",
            "What lives, lived or shines has a name in Latin letters or a number"),
        broken(NAMES, "太阴", "月", "A Chinese alias has 2 characters or more"));
  }

  private static List<Broken> breachesOfWordings() {
    return List.of(
        new Broken(
            WORDINGS,
            "moon#月球有多大、离地球多远？",
            "moon#月球有多重？",
            "A wording asks for a section that is there",
            "questions moon-1"),
        new Broken(
            WORDINGS,
            "只要1.3秒",
            "只要1.4秒",
            "The answer to a wording stands in its section",
            "questions moon-2"),
        new Broken(
            WORDINGS, "月亮跟地球比有多大", " ", "A wording has 1 to 120 characters", "questions moon-1"),
        new Broken(
            WORDINGS,
            "月光跑到我们这儿要多久",
            "月亮跟地球比有多大",
            "A wording asks for one section",
            "questions moon-2"));
  }

  private static Broken broken(String file, String was, String is, String rule) {
    return broken(file, was, is, rule, file);
  }

  private static Broken broken(String file, String was, String is, String rule, String place) {
    return new Broken(file, was, is, rule, place);
  }

  /**
   * One file of the sample with an edit.
   *
   * @param was what is replaced; empty for a file that is not in the sample
   * @param is what stands there instead
   * @param rule the rule that this breaks
   * @param place where that shows
   */
  private record Broken(String file, String was, String is, String rule, String place) {

    void writeTo(Path folder) throws IOException {
      try (Stream<Path> paths = Files.walk(SAMPLE)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(SAMPLE.relativize(path).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
      Path target = folder.resolve(file);
      String text = was.isEmpty() ? "" : Files.readString(target);
      assertThat(text).contains(was);
      Files.writeString(target, was.isEmpty() ? is : text.replace(was, is));
    }

    @Override
    public String toString() {
      return "%s: %s".formatted(file, rule);
    }
  }
}
