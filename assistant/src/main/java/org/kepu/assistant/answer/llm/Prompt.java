package org.kepu.assistant.answer.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.knowledge.passage.Passage;

/**
 * What a model is told.
 *
 * @param version names the text of the instructions; a new text is a new file
 * @param instructions how to answer
 * @param material what to answer from, and the question
 * @param json whether the answer is to be a JSON object
 */
public record Prompt(String version, String instructions, String material, boolean json) {

  static final String VERSION = "answer-v1";
  private static final String INSTRUCTIONS = text(VERSION);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MARK_BYTES = 8;

  /** A prompt that asks for prose. */
  Prompt(String version, String instructions, String material) {
    this(version, instructions, material, false);
  }

  /** A word that nobody can guess, so that no text can pretend to end where it does not. */
  public static String mark() {
    byte[] random = new byte[MARK_BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** The text of the instructions that a version names. */
  public static String text(String version) {
    return resource("/prompts/" + version + ".txt");
  }

  /**
   * The prompt for a question. Passages stand between marks that nobody can guess, so that a text
   * cannot pretend to end and the instructions to go on.
   */
  static Prompt of(Question question, List<Passage> passages) {
    String mark = mark();
    StringBuilder material = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      material
          .append("<资料 ")
          .append(mark)
          .append(" 编号=")
          .append(i + 1)
          .append(">\n")
          .append(passage.title())
          .append(" · ")
          .append(passage.heading())
          .append('\n')
          .append(passage.text())
          .append("\n</资料 ")
          .append(mark)
          .append(">\n\n");
    }
    material.append("<问题 ").append(mark).append(">\n").append(question.text());
    material.append("\n</问题 ").append(mark).append(">\n");
    String instructions =
        INSTRUCTIONS
            .replace("{mark}", mark)
            .replace("{reader}", reader(question.audience()))
            .replace("{language}", language(question.language()));
    return new Prompt(VERSION, instructions, material.toString());
  }

  /** How long it is. */
  public long characters() {
    return (long) instructions.length() + material.length();
  }

  private static String reader(Audience audience) {
    return switch (audience) {
      case CHILD -> "八九岁的孩子：句子短，不用没有解释的术语";
      case ELDER -> "老年观众：句子短，说得清楚，不用网络用语";
      case EDUCATOR -> "教师：准确，可以用术语";
      case GENERAL -> "普通观众";
    };
  }

  private static String language(Language language) {
    return switch (language) {
      case SIMPLIFIED -> "简体中文";
      case TRADITIONAL -> "繁体中文";
      case ENGLISH -> "English";
    };
  }

  private static String resource(String name) {
    try (InputStream stream = Prompt.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
