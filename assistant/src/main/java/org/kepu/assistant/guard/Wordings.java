package org.kepu.assistant.guard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.knowledge.text.TextForms;

/**
 * A question as it is searched for signals: letters in one form, once with and once without what
 * people put between them, one sentence a line.
 *
 * @param forms the question in each of its forms
 * @param encoded whether a part of it is another text in Base64 or hexadecimal; the forms hold
 *     that, too
 */
record Wordings(List<String> forms, boolean encoded) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern SENTENCE_END = Pattern.compile("[。？！?!；;\\n]+");
  private static final Pattern LAST_MARK = Pattern.compile("[。？！?!]$");
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s&&[^\\n]]+");

  private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?){12,}");

  /** Which part of a decoded text must be letters, so that chance does not make one. */
  private static final double READABLE = 0.8;

  Wordings {
    forms = List.copyOf(forms);
  }

  static Wordings of(String text) {
    List<String> forms = new ArrayList<>(formsOf(text));
    List<String> hidden = decoded(text);
    hidden.forEach(found -> forms.addAll(formsOf(found)));
    return new Wordings(forms, !hidden.isEmpty());
  }

  /** As it stands, and without blanks and marks inside its sentences. */
  private static List<String> formsOf(String text) {
    String matched = TextForms.forMatching(text).replace('’', '\'');
    String spaced = BLANKS.matcher(matched).replaceAll(" ");
    String lines = SENTENCE_END.matcher(matched).replaceAll("\n");
    String bare = MARKS.matcher(lines).replaceAll("").strip();
    // Most questions have one mark, at their end; without it they are tried once.
    boolean same = LAST_MARK.matcher(spaced).replaceFirst("").equals(bare);
    return same ? List.of(bare) : List.of(spaced, bare);
  }

  private static List<String> decoded(String text) {
    List<String> found = new ArrayList<>();
    for (Matcher run = BASE_64.matcher(text); run.find(); ) {
      fromBase64(run.group()).flatMap(Wordings::readable).ifPresent(found::add);
    }
    for (Matcher run = HEXADECIMAL.matcher(text); run.find(); ) {
      byte[] bytes = HexFormat.of().parseHex(run.group().replaceAll("[ :]", ""));
      readable(bytes).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<byte[]> fromBase64(String run) {
    try {
      return Optional.of(
          Base64.getDecoder().decode(run.replace('-', '+').replace('_', '/').replace("=", "")));
    } catch (IllegalArgumentException e) {
      // A long word is no such code.
      return Optional.empty();
    }
  }

  private static Optional<String> readable(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      long letters =
          text.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == ' ').count();
      return Optional.of(text).filter(t -> letters >= READABLE * t.length());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
