package org.kepu.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Path TAXONOMY =
      Path.of("..", "knowledge-base", "collection", "taxonomy.yaml");
  private static final Pattern LINE = Pattern.compile("^(\\s*)([a-z-]+):\\s*(\\S*)$");

  @Test
  void topicsAreCalledWhatTheCollectionCallsThem() throws IOException {
    Names names = new Names(Map.of("milu", "麋鹿苑"));
    String broad = "";
    int topics = 0;
    for (String line : Files.readAllLines(TAXONOMY)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && parts.group(1).isEmpty()) {
        broad = parts.group(2);
      } else if (parts.matches() && !parts.group(3).isEmpty()) {
        String topic = parts.group(2).equals("name") ? broad : parts.group(2);
        assertThat(names.topic(topic)).as(topic).isEqualTo(parts.group(3));
        topics++;
      }
    }

    assertThat(topics).isGreaterThan(40);
    assertThat(names.topic("unclassified")).isEqualTo("未归类");
    assertThat(names.venue("milu")).isEqualTo("麋鹿苑");
    assertThat(names.venue("")).isEqualTo("未指明场馆");
  }
}
