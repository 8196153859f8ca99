package org.kepu.assistant.educator.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Read as Moodle's importer does (question/format/xml): by element, attribute and text. */
class MoodleExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new MoodleExporter();
  }

  @Override
  protected List<Read> read(byte[] file) throws Exception {
    Element quiz =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(file))
            .getDocumentElement();
    List<Read> read = new ArrayList<>();
    for (Element question : children(quiz, "question")) {
      if (!question.getAttribute("type").equals("category")) {
        read.add(question(question));
      }
    }
    return read;
  }

  private static Read question(Element question) {
    String stem = text(question, "questiontext");
    List<Element> answers = children(question, "answer");
    List<String> texts = answers.stream().map(answer -> text(answer)).toList();
    List<String> right =
        answers.stream()
            .filter(answer -> Double.parseDouble(answer.getAttribute("fraction")) > 0)
            .map(answer -> text(answer))
            .toList();
    return switch (question.getAttribute("type")) {
      case "multichoice" -> new Read(stem, texts, String.join("|", right));
      case "truefalse" -> new Read(stem, List.of(), right.getFirst());
      case "shortanswer" -> new Read(stem, List.of(), String.join("|", texts).replace("\\*", "*"));
      case "matching" ->
          new Read(
              stem,
              List.of(),
              children(question, "subquestion").stream()
                  .map(pair -> text(pair) + " -> " + text(children(pair, "answer").getFirst()))
                  .collect(Collectors.joining("|")));
      case "essay" -> new Read(stem, List.of(), text(question, "graderinfo"));
      default -> throw new AssertionError(question.getAttribute("type"));
    };
  }

  private static String text(Element element, String child) {
    return text(children(element, child).getFirst());
  }

  private static String text(Element element) {
    return children(element, "text").getFirst().getTextContent();
  }

  private static List<Element> children(Element element, String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getTagName().equals(name))
        .toList();
  }

  @Override
  protected String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  @Override
  protected String key(Item item) {
    return switch (item.content()) {
      case Content.Open open -> open.answer();
      case Content.Task task -> String.join("\n", task.steps());
      case Content.Choice choice -> GiftExporterTest.plainKey(item).replace(" ⇒ ", " -> ");
      case Content.Judgement judgement -> GiftExporterTest.plainKey(item).replace(" ⇒ ", " -> ");
      case Content.Blank blank -> GiftExporterTest.plainKey(item).replace(" ⇒ ", " -> ");
      case Content.Ordering ordering -> GiftExporterTest.plainKey(item).replace(" ⇒ ", " -> ");
      case Content.Matching matching -> GiftExporterTest.plainKey(item).replace(" ⇒ ", " -> ");
    };
  }
}
