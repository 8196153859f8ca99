package org.kepu.assistant.educator.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read by gift-pegjs, which other authoring tools read GIFT with. */
class GiftExporterTest extends ExporterContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Override
  protected Exporter exporter() {
    return new GiftExporter();
  }

  @Override
  protected List<Read> read(byte[] file) throws IOException, InterruptedException {
    Path gift = Files.write(folder.resolve("set.gift.txt"), file);
    String json = NodeScript.run("read-gift.mjs", gift);
    List<Read> read = new ArrayList<>();
    for (JsonNode question : JSON.readTree(json)) {
      if (!question.path("type").asString().equals("Category")) {
        read.add(read(question));
      }
    }
    return read;
  }

  private static Read read(JsonNode question) {
    String stem = question.path("stem").path("text").asString();
    return switch (question.path("type").asString()) {
      case "MC" -> {
        List<String> options = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (JsonNode choice : question.path("choices")) {
          options.add(choice.path("text").path("text").asString());
          if (choice.path("isCorrect").asBoolean() || choice.path("weight").asDouble() > 0) {
            key.add(options.getLast());
          }
        }
        yield new Read(stem, options, String.join("|", key));
      }
      case "TF" -> new Read(stem, List.of(), String.valueOf(question.path("isTrue").asBoolean()));
      case "Short" -> {
        List<String> answers = new ArrayList<>();
        question
            .path("choices")
            .forEach(choice -> answers.add(choice.path("text").path("text").asString()));
        yield new Read(stem, List.of(), String.join("|", answers));
      }
      case "Matching" -> {
        List<String> pairs = new ArrayList<>();
        question
            .path("matchPairs")
            .forEach(
                pair ->
                    pairs.add(
                        pair.path("subquestion").path("text").asString()
                            + " -> "
                            + unhidden(pair.path("subanswer").asString())));
        yield new Read(stem, List.of(), String.join("|", pairs));
      }
      case "Essay" ->
          new Read(stem, List.of(), question.path("globalFeedback").path("text").asString());
      default -> throw new AssertionError(question);
    };
  }

  /** An arrow of two signs would part pairs. */
  @Override
  protected String given(String text) {
    return text.replace("->", "→");
  }

  /** gift-pegjs hides escaped signs from its grammar, and forgets to show them again here. */
  private static String unhidden(String answer) {
    return Pattern.compile("&&(\\d{3});?")
        .matcher(answer)
        .replaceAll(
            sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1)))));
  }

  @Override
  protected String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  @Override
  protected String key(Item item) {
    return given(plainKey(item)).replace(" ⇒ ", " -> ");
  }

  static String plainKey(Item item) {
    return switch (item.content()) {
      case Content.Choice choice ->
          choice.options().stream()
              .filter(Content.Option::right)
              .map(Content.Option::text)
              .collect(Collectors.joining("|"));
      case Content.Judgement judgement -> String.valueOf(judgement.holds());
      case Content.Blank blank -> String.join("|", blank.answers());
      case Content.Ordering ordering -> {
        List<String> pairs = new ArrayList<>();
        ordering.inOrder().forEach(thing -> pairs.add((pairs.size() + 1) + " ⇒ " + thing));
        yield String.join("|", pairs);
      }
      case Content.Matching matching ->
          matching.pairs().stream()
              .map(pair -> pair.left() + " ⇒ " + pair.right())
              .collect(Collectors.joining("|"));
      case Content.Open open -> Wording.feedback(item);
      case Content.Task task -> Wording.feedback(item);
    };
  }
}
