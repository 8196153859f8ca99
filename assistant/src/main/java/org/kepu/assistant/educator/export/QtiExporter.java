package org.kepu.assistant.educator.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kepu.assistant.educator.export.Paper.Numbered;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;

/**
 * A package of IMS Question and Test Interoperability 2.1: a manifest, a test, and a file an item.
 * Whatever the answer, the explanation and its source are shown as feedback.
 */
public final class QtiExporter implements Exporter {

  private static final String QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1";
  private static final String PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";

  @Override
  public Format format() {
    return Format.QTI;
  }

  @Override
  public byte[] export(Paper paper) {
    Map<String, String> files = new LinkedHashMap<>();
    List<Numbered> items = paper.heldBy(format());
    files.put("imsmanifest.xml", manifest(items));
    files.put("test.xml", test(paper, items));
    items.forEach(item -> files.put(file(item), item(item, paper)));
    files.put("AIGC.json", paper.aigc());
    return archive(files);
  }

  private static String id(Numbered item) {
    return "item%03d".formatted(item.number());
  }

  private static String file(Numbered item) {
    return "items/" + id(item) + ".xml";
  }

  private static String manifest(List<Numbered> items) {
    Xml xml = new Xml().open("manifest", "xmlns", PACKAGE, "identifier", "kepu-manifest");
    xml.open("metadata")
        .element("schema", "QTIv2.1 Package")
        .element("schemaversion", "1.0.0")
        .close();
    xml.open("organizations").close().open("resources");
    xml.open("resource", "identifier", "test", "type", "imsqti_test_xmlv2p1", "href", "test.xml");
    xml.open("file", "href", "test.xml").close();
    items.forEach(item -> xml.open("dependency", "identifierref", id(item)).close());
    xml.close();
    for (Numbered item : items) {
      xml.open(
          "resource", "identifier", id(item), "type", "imsqti_item_xmlv2p1", "href", file(item));
      xml.open("file", "href", file(item)).close().close();
    }
    xml.open("resource", "identifier", "aigc", "type", "webcontent", "href", "AIGC.json");
    xml.open("file", "href", "AIGC.json").close().close();
    return xml.close().close().end();
  }

  private static String test(Paper paper, List<Numbered> items) {
    Xml xml =
        new Xml()
            .open("assessmentTest", "xmlns", QTI, "identifier", "test", "title", paper.title());
    xml.open(
        "testPart",
        "identifier",
        "part",
        "navigationMode",
        "nonlinear",
        "submissionMode",
        "simultaneous");
    xml.open(
        "assessmentSection", "identifier", "section", "title", paper.title(), "visible", "true");
    xml.open("rubricBlock", "view", "candidate").element("p", paper.label()).close();
    items.forEach(
        item -> xml.open("assessmentItemRef", "identifier", id(item), "href", file(item)).close());
    return xml.close().close().close().end();
  }

  private static String item(Numbered numbered, Paper paper) {
    Item item = numbered.item();
    Xml xml =
        new Xml()
            .comment(paper.label())
            .comment(paper.aigc())
            .open(
                "assessmentItem",
                "xmlns",
                QTI,
                "identifier",
                id(numbered),
                "title",
                "%03d %s".formatted(numbered.number(), item.kind().label()),
                "adaptive",
                "false",
                "timeDependent",
                "false");
    response(xml, item);
    xml.open(
            "outcomeDeclaration",
            "identifier",
            "SCORE",
            "cardinality",
            "single",
            "baseType",
            "float")
        .open("defaultValue")
        .element("value", "0")
        .close()
        .close();
    xml.open(
            "outcomeDeclaration",
            "identifier",
            "FEEDBACK",
            "cardinality",
            "single",
            "baseType",
            "identifier")
        .close();
    xml.open("itemBody");
    body(xml, item);
    xml.close();
    processing(xml, item);
    xml.open(
        "modalFeedback", "outcomeIdentifier", "FEEDBACK", "identifier", "WHY", "showHide", "show");
    lines(xml, Wording.feedback(item));
    return xml.close().close().end();
  }

  private static void response(Xml xml, Item item) {
    switch (item.content()) {
      case Content.Choice choice ->
          declaration(
              xml,
              item.kind().written() && choice.key().size() > 1 ? "multiple" : "single",
              "identifier",
              choice.key().stream().map(Wording::letter).toList());
      case Content.Judgement judgement ->
          declaration(xml, "single", "identifier", List.of(judgement.holds() ? "A" : "B"));
      case Content.Blank blank -> {
        xml.open(
            "responseDeclaration",
            "identifier",
            "RESPONSE",
            "cardinality",
            "single",
            "baseType",
            "string");
        xml.open("correctResponse").element("value", blank.answers().getFirst()).close();
        xml.open("mapping", "defaultValue", "0");
        blank
            .answers()
            .forEach(
                answer ->
                    xml.open(
                            "mapEntry",
                            "mapKey",
                            answer,
                            "mappedValue",
                            "1",
                            "caseSensitive",
                            "false")
                        .close());
        xml.close().close();
      }
      case Content.Ordering ordering ->
          declaration(
              xml,
              "ordered",
              "identifier",
              IntStream.range(0, ordering.inOrder().size()).mapToObj(Wording::letter).toList());
      case Content.Matching matching ->
          declaration(
              xml,
              "multiple",
              "directedPair",
              IntStream.range(0, matching.pairs().size())
                  .mapToObj(at -> "L%d R%d".formatted(at + 1, at + 1))
                  .toList());
      case Content.Open open -> declaration(xml, "single", "string", List.of());
      case Content.Task task -> declaration(xml, "single", "string", List.of());
    }
  }

  private static void declaration(Xml xml, String cardinality, String type, List<String> key) {
    xml.open(
        "responseDeclaration",
        "identifier",
        "RESPONSE",
        "cardinality",
        cardinality,
        "baseType",
        type);
    if (!key.isEmpty()) {
      xml.open("correctResponse");
      key.forEach(value -> xml.element("value", value));
      xml.close();
    }
    xml.close();
  }

  private static void body(Xml xml, Item item) {
    switch (item.content()) {
      case Content.Choice choice ->
          choice(
              xml,
              item.stem(),
              choice.options().stream().map(Option::text).toList(),
              choice.key().size() > 1 ? 0 : 1);
      case Content.Judgement judgement -> choice(xml, item.stem(), List.of("对", "错"), 1);
      case Content.Blank blank -> {
        xml.open("p");
        lines(xml, item.stem());
        xml.close().open("p");
        xml.open("textEntryInteraction", "responseIdentifier", "RESPONSE", "expectedLength", "20")
            .close();
        xml.text(blank.unit()).close();
      }
      case Content.Ordering ordering -> {
        xml.open("orderInteraction", "responseIdentifier", "RESPONSE", "shuffle", "true");
        prompt(xml, item.stem());
        for (int at : Wording.mixed(item.stem(), ordering.inOrder().size())) {
          xml.open("simpleChoice", "identifier", Wording.letter(at));
          lines(xml, ordering.inOrder().get(at));
          xml.close();
        }
        xml.close();
      }
      case Content.Matching matching -> matching(xml, item.stem(), matching);
      case Content.Open open -> written(xml, item.stem(), open.answer());
      case Content.Task task ->
          written(xml, item.stem() + "\n" + String.join("\n", task.steps()), task.lookFor());
    }
  }

  private static void choice(Xml xml, String stem, List<String> options, int most) {
    xml.open(
        "choiceInteraction",
        "responseIdentifier",
        "RESPONSE",
        "shuffle",
        "false",
        "maxChoices",
        String.valueOf(most));
    prompt(xml, stem);
    for (int at = 0; at < options.size(); at++) {
      xml.open("simpleChoice", "identifier", Wording.letter(at));
      lines(xml, options.get(at));
      xml.close();
    }
    xml.close();
  }

  private static void matching(Xml xml, String stem, Content.Matching matching) {
    int size = matching.pairs().size();
    xml.open(
        "matchInteraction",
        "responseIdentifier",
        "RESPONSE",
        "shuffle",
        "true",
        "maxAssociations",
        String.valueOf(size));
    prompt(xml, stem);
    xml.open("simpleMatchSet");
    IntStream.range(0, size)
        .forEach(at -> associable(xml, "L" + (at + 1), matching.pairs().get(at).left()));
    xml.close().open("simpleMatchSet");
    Wording.mixed(stem, size)
        .forEach(at -> associable(xml, "R" + (at + 1), matching.pairs().get(at).right()));
    xml.close().close();
  }

  private static void associable(Xml xml, String identifier, String text) {
    xml.open("simpleAssociableChoice", "identifier", identifier, "matchMax", "1");
    lines(xml, text);
    xml.close();
  }

  private static void written(Xml xml, String stem, String answer) {
    xml.open("rubricBlock", "view", "scorer").open("p");
    lines(xml, answer);
    xml.close().close();
    xml.open("extendedTextInteraction", "responseIdentifier", "RESPONSE", "expectedLines", "5");
    prompt(xml, stem);
    xml.close();
  }

  private static void prompt(Xml xml, String stem) {
    xml.open("prompt");
    lines(xml, stem);
    xml.close();
  }

  /** Line breaks are elements: XML readers fold white space. */
  private static void lines(Xml xml, String text) {
    String[] lines = text.replace("\r\n", "\n").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        xml.open("br").close();
      }
      xml.text(lines[i]);
    }
  }

  private static void processing(Xml xml, Item item) {
    xml.open("responseProcessing");
    switch (item.content()) {
      case Content.Choice choice -> matched(xml);
      case Content.Judgement judgement -> matched(xml);
      case Content.Ordering ordering -> matched(xml);
      case Content.Matching matching -> matched(xml);
      case Content.Blank blank -> {
        xml.open("setOutcomeValue", "identifier", "SCORE");
        xml.open("mapResponse", "identifier", "RESPONSE").close().close();
      }
      case Content.Open open -> {}
      case Content.Task task -> {}
    }
    xml.open("setOutcomeValue", "identifier", "FEEDBACK");
    xml.element("baseValue", "WHY", "baseType", "identifier").close().close();
  }

  private static void matched(Xml xml) {
    xml.open("responseCondition").open("responseIf").open("match");
    xml.open("variable", "identifier", "RESPONSE").close();
    xml.open("correct", "identifier", "RESPONSE").close().close();
    xml.open("setOutcomeValue", "identifier", "SCORE");
    xml.element("baseValue", "1", "baseType", "float").close().close().close();
  }

  private static byte[] archive(Map<String, String> files) {
    try (ByteArrayOutputStream file = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      zip.finish();
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("An archive cannot be written to memory", e);
    }
  }
}
