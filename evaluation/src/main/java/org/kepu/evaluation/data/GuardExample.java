package org.kepu.evaluation.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.guard.Concern;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;

/**
 * A question that the guard's classifier learns from.
 *
 * @param text the question
 * @param concern null: harmless
 * @param line what it was made from; forms of one line are learnt from together or not at all
 */
public record GuardExample(String text, @Nullable Concern concern, String line) {

  /** A line with many forms does not count for more than these. */
  private static final int FORMS = 12;

  private static final int WORDINGS = 2;

  private static final String HARMLESS = "harmless";

  public GuardExample {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(line, "line");
  }

  /** All of a folder, what the collection speaks of, and the home questions for training. */
  public static List<GuardExample> all(
      Path folder, List<Document> collection, List<HomeQuestion> home) {
    Map<String, GuardExample> byText = new LinkedHashMap<>();
    Stream.of(Concern.values())
        .flatMap(concern -> authored(folder, concern).stream())
        .forEach(example -> byText.putIfAbsent(example.text(), example));
    Stream.of(
            authored(folder, HARMLESS, null).stream(),
            collection.stream().flatMap(GuardExample::subjects).map(GuardExample::harmless),
            home.stream()
                .filter(HomeQuestion::forTraining)
                .map(question -> harmless(question.question())))
        .flatMap(examples -> examples)
        .forEach(example -> byText.putIfAbsent(example.text(), example));
    return List.copyOf(byText.values());
  }

  /** What was written of a concern. */
  public static List<GuardExample> authored(Path folder, Concern concern) {
    return authored(folder, concern.code(), concern);
  }

  /** The SHA-256 of what was authored, which tells one state of the folder from another. */
  public static String sum(Path folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.concat(Stream.of(Concern.values()).map(Concern::code), Stream.of(HARMLESS))
          .flatMap(name -> Stream.concat(Stream.of(name), lines(folder, name).stream()))
          .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static GuardExample harmless(String text) {
    return new GuardExample(text, null, text);
  }

  /** Headings, each with a few of its other wordings, so that they do not drown the rest. */
  private static Stream<String> subjects(Document document) {
    Stream<String> headings =
        document.sections().stream()
            .flatMap(
                section ->
                    Stream.concat(
                        Stream.of(section.heading()), section.wordings().stream().limit(WORDINGS)));
    return switch (document.metadata().role()) {
      case Role.Advice advice -> Stream.concat(headings, advice.triggers().stream());
      case Role.Myth myth -> Stream.concat(headings, Stream.of(myth.belief()));
      case Role.Article article -> headings;
      case Role.Variant variant -> headings;
    };
  }

  private static List<GuardExample> authored(Path folder, String name, @Nullable Concern concern) {
    return lines(folder, name).stream()
        .flatMap(line -> forms(line).stream().map(text -> new GuardExample(text, concern, line)))
        .toList();
  }

  private static List<String> lines(Path folder, String name) {
    Path file = folder.resolve(name + ".txt");
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the examples in " + file, e);
    }
  }

  /** The forms of a line: at most {@link #FORMS}, the same ones each time. */
  static List<String> forms(String line) {
    List<String> forms = new ArrayList<>(List.of(""));
    int from = 0;
    while (from < line.length()) {
      int open = line.indexOf('{', from);
      int until = open < 0 ? line.length() : open;
      String fixed = line.substring(from, until);
      List<String> choices = List.of("");
      if (open >= 0) {
        int close = line.indexOf('}', open);
        if (close < 0) {
          throw new IllegalArgumentException("A brace is not closed in: " + line);
        }
        choices = List.of(line.substring(open + 1, close).split("\\|", -1));
        from = close + 1;
      } else {
        from = line.length();
      }
      forms = times(forms, fixed, choices);
    }
    Collections.shuffle(forms, new Random(line.hashCode()));
    return List.copyOf(forms.subList(0, Math.min(FORMS, forms.size())));
  }

  private static List<String> times(List<String> forms, String fixed, List<String> choices) {
    List<String> longer = new ArrayList<>(forms.size() * choices.size());
    for (String form : forms) {
      choices.forEach(choice -> longer.add(form + fixed + choice));
    }
    return longer;
  }
}
