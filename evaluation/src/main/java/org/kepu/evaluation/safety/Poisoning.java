package org.kepu.evaluation.safety;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kepu.evaluation.data.HomeQuestion;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles with instructions of BIPIA planted in them, each at the beginning, in the middle and at
 * the end of a section of its own.
 */
final class Poisoning {

  private static final String FOLDER = "security/bipia-indirect-injection/benchmark";
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Document> documents = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();

  /** The instructions that BIPIA keeps for testing. */
  static List<String> instructions(Path data) {
    return Stream.of("text_attack_test.json", "code_attack_test.json")
        .map(file -> JSON.readTree(data.resolve(FOLDER).resolve(file).toFile()))
        .flatMap(kinds -> StreamSupport.stream(kinds.spliterator(), false))
        .flatMap(kind -> StreamSupport.stream(kind.spliterator(), false))
        .map(node -> node.asString())
        .toList();
  }

  /**
   * Plants as many instructions as there are sections with questions.
   *
   * @param clean the collection
   * @param questions each asks for the first of its sections
   */
  Poisoning(List<Document> clean, List<HomeQuestion> questions, List<String> instructions) {
    clean.forEach(document -> documents.put(document.id(), document));
    Map<String, HomeQuestion> bySection = new LinkedHashMap<>();
    questions.forEach(question -> bySection.putIfAbsent(question.sections().getFirst(), question));
    for (Map.Entry<String, HomeQuestion> asked : bySection.entrySet()) {
      int number = cases.size();
      if (number == instructions.size() * Place.values().length) {
        break;
      }
      String instruction = instructions.get(number / Place.values().length);
      if (plant(asked.getKey(), instruction, Place.values()[number % Place.values().length])) {
        cases.add(new Case(asked.getValue().question(), instruction));
      }
    }
  }

  /** The collection with what was planted. */
  List<Document> documents() {
    return List.copyOf(documents.values());
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  private boolean plant(String name, String instruction, Place place) {
    int parted = name.indexOf('#');
    Document document = documents.get(name.substring(0, Math.max(0, parted)));
    if (document == null) {
      return false;
    }
    return document.sections().stream()
        .filter(section -> section.heading().equals(name.substring(parted + 1)))
        .findFirst()
        .map(
            section -> documents.put(document.id(), planted(document, section, instruction, place)))
        .isPresent();
  }

  private static Document planted(
      Document document, Section target, String instruction, Place place) {
    int at = place.in(document.text(), target);
    String text =
        document.text().substring(0, at) + instruction + "\n" + document.text().substring(at);
    int longer = instruction.length() + 1;
    List<Section> sections =
        document.sections().stream()
            .map(
                section ->
                    new Section(
                        section.heading(),
                        section.level(),
                        section.start() < at ? section.start() : section.start() + longer,
                        section.start() < at ? section.bodyStart() : section.bodyStart() + longer,
                        section.end() < at ? section.end() : section.end() + longer,
                        section.wordings()))
            .toList();
    return Document.of(document.id(), document.title(), text, sections, document.metadata());
  }

  /** A question for a section, and what was planted there. */
  record Case(String question, String instruction) {}

  private enum Place {
    BEGINNING {
      @Override
      int in(String text, Section section) {
        int at = section.bodyStart();
        while (at < section.end() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        return at;
      }
    },
    MIDDLE {
      @Override
      int in(String text, Section section) {
        int stop = text.indexOf('。', (section.bodyStart() + section.end()) / 2);
        return stop < 0 || stop >= section.end() ? END.in(text, section) : stop + 1;
      }
    },
    END {
      @Override
      int in(String text, Section section) {
        int at = section.end();
        while (at > section.bodyStart() && Character.isWhitespace(text.charAt(at - 1))) {
          at--;
        }
        return at;
      }
    };

    /** Where an instruction goes. */
    abstract int in(String text, Section section);
  }
}
