package org.kepu.assistant.educator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.educator.SampleItems;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Read by the JDK's XML parser along the names of the QTI 2.1 information model. */
class QtiExporterTest extends ExporterContract {

  @Override
  protected Exporter exporter() {
    return new QtiExporter();
  }

  /** How an element is called. */
  protected String element(String name) {
    return name;
  }

  /** How an attribute is called. */
  protected String attribute(String name) {
    return name;
  }

  @Override
  protected List<Read> read(byte[] file) throws Exception {
    Map<String, String> files = files(file);
    List<Read> read = new ArrayList<>();
    for (Element reference : all(xml(files, "test.xml"), "assessmentItemRef")) {
      read.add(item(xml(files, reference.getAttribute("href"))));
    }
    return read;
  }

  private Read item(Document item) {
    List<String> key =
        all(item, "correctResponse").stream()
            .flatMap(correct -> all(correct, "value").stream())
            .map(Element::getTextContent)
            .toList();
    List<Element> prompts = all(item, "prompt");
    String stem = prompts.isEmpty() ? shown(all(item, "p").getFirst()) : shown(prompts.getFirst());
    if (!all(item, "choiceInteraction").isEmpty()) {
      return new Read(
          stem, choices(item, "simpleChoice").values().stream().toList(), String.join("", key));
    }
    if (!all(item, "orderInteraction").isEmpty()) {
      Map<String, String> choices = choices(item, "simpleChoice");
      return new Read(
          stem, List.of(), key.stream().map(choices::get).collect(Collectors.joining(" → ")));
    }
    if (!all(item, "matchInteraction").isEmpty()) {
      Map<String, String> choices = choices(item, "simpleAssociableChoice");
      return new Read(
          stem,
          List.of(),
          key.stream()
              .map(pair -> pair.split(" ", -1))
              .map(pair -> choices.get(pair[0]) + " — " + choices.get(pair[1]))
              .collect(Collectors.joining("；")));
    }
    if (!all(item, "textEntryInteraction").isEmpty()) {
      return new Read(
          stem,
          List.of(),
          all(item, "mapEntry").stream()
              .map(entry -> entry.getAttribute(attribute("mapKey")))
              .collect(Collectors.joining("|")));
    }
    return new Read(
        stem, List.of(), shown(all(all(item, "rubricBlock").getFirst(), "p").getFirst()));
  }

  private Map<String, String> choices(Document item, String name) {
    Map<String, String> choices = new LinkedHashMap<>();
    all(item, name)
        .forEach(choice -> choices.put(choice.getAttribute("identifier"), shown(choice)));
    return choices;
  }

  /** Text, with line breaks where they are. */
  private static String shown(Element element) {
    StringBuilder text = new StringBuilder();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      text.append(node.getNodeName().equals("br") ? "\n" : node.getTextContent());
    }
    return text.toString();
  }

  private List<Element> all(Node node, String name) {
    String named = element(name);
    NodeList found =
        node instanceof Document document
            ? document.getElementsByTagName(named)
            : ((Element) node).getElementsByTagName(named);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .toList();
  }

  private static Document xml(Map<String, String> files, String name) throws Exception {
    String text = Objects.requireNonNull(files.get(name), name);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> files(byte[] file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Override
  protected String text(byte[] file) throws IOException {
    return String.join("\n", files(file).values());
  }

  @Override
  protected List<String> options(Item item) {
    return item.content() instanceof Content.Judgement ? List.of("对", "错") : super.options(item);
  }

  @Override
  protected String key(Item item) {
    return switch (item.content()) {
      case Content.Judgement judgement -> judgement.holds() ? "A" : "B";
      // An attribute's white space is folded by every XML reader.
      case Content.Blank blank -> String.join("|", blank.answers()).replaceAll("[\\n\\t]", " ");
      case Content.Choice choice -> Wording.key(item);
      case Content.Open open -> open.answer();
      case Content.Ordering ordering -> Wording.key(item);
      case Content.Matching matching -> Wording.key(item);
      case Content.Task task -> task.lookFor();
    };
  }

  /** A task's steps stand in the prompt. */
  @Override
  protected String stem(Item item) {
    return item.content() instanceof Content.Task task
        ? item.stem() + "\n" + String.join("\n", task.steps())
        : item.stem();
  }

  @Test
  void theManifestNamesEveryFile() throws Exception {
    Map<String, String> files = files(exporter().export(paper(SampleItems.plain(), false, true)));
    List<String> named =
        all(xml(files, "imsmanifest.xml"), "file").stream()
            .map(file -> file.getAttribute("href"))
            .toList();

    assertThat(files.keySet()).containsAll(named).hasSize(named.size() + 1);
    assertThat(all(xml(files, "imsmanifest.xml"), "dependency"))
        .hasSize(SampleItems.plain().size());
  }
}
