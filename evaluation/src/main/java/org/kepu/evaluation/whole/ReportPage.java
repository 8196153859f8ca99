package org.kepu.evaluation.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kepu.evaluation.whole.StepResult.Block;
import org.kepu.evaluation.whole.StepResult.Status;
import tools.jackson.databind.json.JsonMapper;

/** The report as a page that needs no network, and as Markdown. */
final class ReportPage {

  private static final JsonMapper JSON = new JsonMapper();

  /** Of the jar {@code org.webjars:echarts}. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

  private ReportPage() {}

  static String html(List<StepResult> results, String when, String machine) {
    String data =
        JSON.writeValueAsString(new Report(when, machine, results))
            // What a command printed must not end the script it stands in.
            .replace("<", "\\u003c");
    return resource("report.html")
        .replace("/*charts*/", resource(CHARTS))
        .replace("/*report*/", data);
  }

  static String markdown(List<StepResult> results, String when, String machine) {
    StringBuilder page =
        new StringBuilder("# Evaluation\n\n%s, %s\n\n".formatted(when, machine))
            .append("| evaluation | held | s | command |\n|---|---|---|---|\n");
    for (StepResult result : results) {
      page.append(
          "| %s | %s | %d | `%s` |\n"
              .formatted(result.title(), held(result), result.seconds(), result.command()));
    }
    for (StepResult result : results) {
      page.append("\n## ").append(result.title()).append("\n\n");
      result.blocks().forEach(block -> append(block, page));
    }
    return page.toString();
  }

  private static String held(StepResult result) {
    return result.status() == Status.HELD
        ? "yes"
        : result.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ": "
            + Objects.requireNonNullElse(result.why(), "");
  }

  private static void append(Block block, StringBuilder page) {
    List<List<String>> table = block.table();
    if (table == null) {
      page.append(block.text()).append("\n\n");
      return;
    }
    for (int i = 0; i < table.size(); i++) {
      page.append("| ").append(String.join(" | ", table.get(i))).append(" |\n");
      if (i == 0) {
        page.append("|").append("---|".repeat(table.getFirst().size())).append("\n");
      }
    }
    page.append("\n");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  private record Report(String when, String machine, List<StepResult> results) {}
}
