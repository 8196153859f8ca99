package org.kepu.assistant.educator.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Content.Pair;
import org.kepu.assistant.educator.item.Item;

/**
 * Moodle's XML (docs.moodle.org, “Moodle XML format”). All texts are plain: what looks like markup
 * is shown and not run.
 */
public final class MoodleExporter implements Exporter {

  @Override
  public Format format() {
    return Format.MOODLE;
  }

  @Override
  public byte[] export(Paper paper) {
    Xml xml = new Xml();
    xml.open("quiz");
    xml.comment(paper.label()).comment(paper.aigc());
    xml.open("question", "type", "category");
    xml.open("category")
        .element("text", "$course$/top/" + paper.title().replace("/", "//"))
        .close();
    xml.open("info", "format", "plain_text").element("text", paper.label()).close();
    xml.close();
    paper.heldBy(format()).forEach(item -> question(xml, item));
    return xml.close().end().getBytes(StandardCharsets.UTF_8);
  }

  private static void question(Xml xml, Numbered numbered) {
    Item item = numbered.item();
    xml.open("question", "type", type(item));
    xml.open("name")
        .element("text", "%03d %s".formatted(numbered.number(), item.kind().label()))
        .close();
    plain(xml, "questiontext", item.stem());
    plain(xml, "generalfeedback", Wording.feedback(item));
    xml.element("defaultgrade", "1").element("penalty", "0").element("hidden", "0");
    answers(xml, item);
    xml.open("tags");
    xml.open("tag").element("text", item.alignment().stage().label()).close();
    xml.open("tag").element("text", item.alignment().core().getFirst().label()).close();
    xml.close();
    xml.close();
  }

  private static String type(Item item) {
    return switch (item.content()) {
      case Content.Choice choice -> "multichoice";
      case Content.Judgement judgement -> "truefalse";
      case Content.Blank blank -> "shortanswer";
      case Content.Open open -> "essay";
      case Content.Ordering ordering -> "matching";
      case Content.Matching matching -> "matching";
      case Content.Task task -> "essay";
    };
  }

  private static void answers(Xml xml, Item item) {
    switch (item.content()) {
      case Content.Choice choice -> choice(xml, choice);
      case Content.Judgement judgement -> {
        answer(xml, "true", judgement.holds() ? "100" : "0", "");
        answer(xml, "false", judgement.holds() ? "0" : "100", "");
      }
      case Content.Blank blank -> {
        xml.element("usecase", "0");
        // A star is a wildcard in Moodle's short answers.
        blank.answers().forEach(answer -> answer(xml, answer.replace("*", "\\*"), "100", ""));
      }
      case Content.Open open -> essay(xml, open.answer());
      case Content.Ordering ordering ->
          pairs(
              xml,
              IntStream.range(0, ordering.inOrder().size())
                  .mapToObj(at -> new Pair(String.valueOf(at + 1), ordering.inOrder().get(at)))
                  .toList());
      case Content.Matching matching -> pairs(xml, matching.pairs());
      case Content.Task task -> essay(xml, String.join("\n", task.steps()));
    }
  }

  private static void choice(Xml xml, Content.Choice choice) {
    int rights = choice.key().size();
    xml.element("single", String.valueOf(rights == 1));
    xml.element("shuffleanswers", "false").element("answernumbering", "ABCD");
    String share = String.format(Locale.ROOT, "%.5f", 100.0 / rights).replaceFirst("\\.?0+$", "");
    for (Option option : choice.options()) {
      answer(
          xml,
          option.text(),
          option.right() ? share : rights == 1 ? "0" : "-100",
          option.feedback());
    }
  }

  private static void essay(Xml xml, String answer) {
    xml.element("responseformat", "editor").element("responserequired", "1");
    xml.element("responsefieldlines", "10").element("attachments", "0");
    plain(xml, "graderinfo", answer);
    plain(xml, "responsetemplate", "");
  }

  private static void pairs(Xml xml, List<Pair> pairs) {
    xml.element("shuffleanswers", "true");
    for (Pair pair : pairs) {
      xml.open("subquestion", "format", "plain_text").element("text", pair.left());
      xml.open("answer").element("text", pair.right()).close();
      xml.close();
    }
  }

  private static void answer(Xml xml, String text, String fraction, String feedback) {
    xml.open("answer", "fraction", fraction, "format", "plain_text").element("text", text);
    plain(xml, "feedback", feedback);
    xml.close();
  }

  private static void plain(Xml xml, String name, String text) {
    xml.open(name, "format", "plain_text").element("text", text).close();
  }
}
