package org.kepu.assistant.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.chat.Answer.SaidSentence;
import org.springframework.context.MessageSource;

/**
 * An answer as one message: its sentences with the numbers of their sources, the sources with a
 * link each, questions to go on with, and the label that generated text must carry.
 *
 * <p>What is too long loses first its questions, then its last sentences with their sources, and
 * says so. The label always stays.
 */
public final class AnswerText {

  /** The longest text that WeChat takes, in bytes of UTF-8. */
  public static final int MOST_BYTES = 2_048;

  /** Of a source's name, in characters. */
  private static final int LONGEST_NAME = 60;

  private static final int QUESTIONS = 3;
  private static final String ELLIPSIS = "……";

  private final MessageSource messages;
  private final Function<Citation, String> link;

  /**
   * @param link the address at which somebody may read a citation's source
   */
  public AnswerText(MessageSource messages, Function<Citation, String> link) {
    this.messages = messages;
    this.link = link;
  }

  /** The text of an answer in a language, at most {@link #MOST_BYTES} long. */
  public String of(Answer answer, Locale locale) {
    String whole = text(answer, answer.sentences(), true, locale);
    if (fits(whole)) {
      return whole;
    }
    for (int said = answer.sentences().size(); said > 0; said--) {
      String shorter = text(answer, answer.sentences().subList(0, said), false, locale);
      if (fits(shorter)) {
        return shorter;
      }
    }
    return shortened(answer, locale);
  }

  /** The first sentence alone, as far as there is room, and never part of a character. */
  private String shortened(Answer answer, Locale locale) {
    SaidSentence first = answer.sentences().getFirst();
    BreakIterator characters = BreakIterator.getCharacterInstance(locale);
    characters.setText(first.text());
    // No character has less than a byte.
    int most = Math.min(first.text().length(), MOST_BYTES);
    for (int end = characters.preceding(most + 1); end > 0; end = characters.previous()) {
      String piece = first.text().substring(0, end) + ELLIPSIS;
      String text =
          text(
              answer,
              List.of(new SaidSentence(piece, first.citations(), List.of())),
              false,
              locale);
      if (fits(text)) {
        return text;
      }
    }
    throw new IllegalStateException(
        "A message of %d bytes has room for a character".formatted(MOST_BYTES));
  }

  private String text(Answer answer, List<SaidSentence> said, boolean questions, Locale locale) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (SaidSentence sentence : said) {
      text.append(before).append(sentence(sentence));
      before = endsWide(sentence.text()) ? "" : " ";
    }
    if (said.size() < answer.sentences().size()) {
      text.append("\n").append(say("wechat.cut", locale));
    }
    Set<Integer> named =
        said.stream()
            .flatMap(sentence -> sentence.citations().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> sources =
        answer.citations().stream()
            .filter(citation -> named.contains(citation.index()))
            .map(this::source)
            .toList();
    block(text, "wechat.sources", sources, locale);
    if (questions) {
      block(
          text,
          "wechat.questions",
          answer.suggestions().stream()
              .limit(QUESTIONS)
              .map(question -> "· " + plain(question))
              .toList(),
          locale);
    }
    return text.append("\n\n（").append(answer.aiLabel()).append("）").toString();
  }

  private void block(StringBuilder text, String heading, List<String> lines, Locale locale) {
    if (!lines.isEmpty()) {
      text.append("\n\n").append(say(heading, locale));
      lines.forEach(line -> text.append("\n").append(line));
    }
  }

  private static String sentence(SaidSentence sentence) {
    return plain(sentence.text())
        + sentence.citations().stream()
            .map(number -> "[" + number + "]")
            .collect(Collectors.joining());
  }

  private String source(Citation citation) {
    String name =
        citation.heading().isBlank()
            ? citation.title()
            : citation.title() + " · " + citation.heading();
    return "[%d] <a href=\"%s\">%s</a>"
        .formatted(citation.index(), link.apply(citation), plain(brief(name)));
  }

  private static String brief(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  /** WeChat makes links of what looks like a tag; only ours are to be some. */
  private static String plain(String text) {
    return text.replaceAll("<(?=[A-Za-z/!?])", "＜");
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  /** Whether a text ends with a character that needs no space after it. */
  private static boolean endsWide(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) >= '\u2E80';
  }

  private static boolean fits(String text) {
    return text.getBytes(UTF_8).length <= MOST_BYTES;
  }
}
