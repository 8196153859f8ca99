package org.kepu.assistant.educator.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;

/** Read by the rules of 腾讯问卷's help: number, type in brackets, a line an option. */
class TencentExporterTest extends ExporterContract {

  private static final Pattern QUESTION =
      Pattern.compile("^\\d+\\. (?<stem>.*) \\[[^\\[\\]]+题\\]$");
  private static final Pattern OPTION = Pattern.compile("^[A-F]\\. (?<text>.*)$");

  @Override
  protected Exporter exporter() {
    return new TencentExporter();
  }

  @Override
  protected List<Read> read(byte[] file) {
    List<Read> read = new ArrayList<>();
    String stem = null;
    List<String> options = new ArrayList<>();
    for (String line : text(file).split("\n", -1)) {
      Matcher question = QUESTION.matcher(line);
      Matcher option = OPTION.matcher(line);
      if (question.matches()) {
        stem = question.group("stem");
        options = new ArrayList<>();
      } else if (stem != null && option.matches()) {
        options.add(option.group("text"));
      } else if (stem != null && line.startsWith("答案：")) {
        read.add(new Read(stem, options, line.substring(3)));
        stem = null;
      }
    }
    return read;
  }

  @Override
  protected String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  @Override
  protected String key(Item item) {
    return given(Wording.key(item));
  }

  @Override
  protected List<String> options(Item item) {
    return item.content() instanceof Content.Judgement ? List.of("对", "错") : super.options(item);
  }

  /** A line is a line. */
  @Override
  protected String given(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
