package org.kepu.evaluation.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.report.Baseline;
import org.kepu.evaluation.report.OwnProcess;
import org.kepu.evaluation.whole.StepResult.Figure;
import org.kepu.evaluation.whole.StepResult.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All evaluations, one after the other, on one page. */
@Command(
    name = "report",
    description = {
      "Runs the evaluations one after the other, each in a process of its own, and writes what they",
      "print and how it compares with the baselines to report.html and report.md. Exits with 1 if",
      "one of them fell short, and names it."
    },
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "Only what takes a minute or two each")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      description = "Only these evaluations; default: all that can be run")
  private List<String> only = List.of();

  @Option(
      names = "--data",
      defaultValue = "${env:KEPU_EVAL_DATA}",
      description =
          "Folder of data sets; without it the evaluations that need it are not run; default: the"
              + " variable KEPU_EVAL_DATA")
  private @Nullable Path data;

  @Option(
      names = "--baselines",
      defaultValue = "evaluation/baselines",
      description = "Folder of the baselines; default ${DEFAULT-VALUE}")
  private Path baselines = Path.of("");

  @Option(
      names = "--out",
      defaultValue = "evaluation/target/report",
      description = "Folder for the report; default ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  @Option(
      names = "--readmes",
      description = "Write the table of figures into README.md and README.zh-CN.md, too")
  private boolean readmes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(out);
    List<Step> steps =
        Step.of(quick).filter(step -> only.isEmpty() || only.contains(step.name())).toList();
    List<StepResult> results = new ArrayList<>();
    for (Step step : steps) {
      System.out.printf("%d of %d: %s%n", results.size() + 1, steps.size(), step.title());
      StepResult result = run(step);
      System.out.printf(
          "    %s in %d s%s%n",
          result.status(), result.seconds(), result.why() == null ? "" : ": " + result.why());
      results.add(result);
    }
    write(results);
    return results.stream().anyMatch(result -> result.status() == Status.FELL_SHORT) ? 1 : 0;
  }

  private void write(List<StepResult> results) throws IOException {
    String when =
        ZonedDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z"));
    String machine =
        "%d processors, Java %s"
            .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version());
    Path html = out.resolve("report.html");
    Files.writeString(html, ReportPage.html(results, when, machine));
    Files.writeString(out.resolve("report.md"), ReportPage.markdown(results, when, machine));
    if (readmes) {
      Readme.english().write(Path.of("README.md"), results);
      Readme.chinese().write(Path.of("README.zh-CN.md"), results);
    }
    System.out.println(html.toUri());
  }

  private StepResult run(Step step) throws IOException, InterruptedException {
    Path json = out.resolve(step.name() + ".json");
    Path baseline = baselines.resolve(step.name() + ".json");
    boolean held = Files.exists(baseline);
    List<String> arguments =
        step.arguments(quick, json.toString(), held ? baseline.toString() : null);
    if (step.needsData() && data == null) {
      return notRun(step, "it needs the evaluation data: --data or KEPU_EVAL_DATA");
    }
    Files.deleteIfExists(json);
    Path printed = out.resolve(step.name() + ".txt");
    Path complaints = out.resolve(step.name() + ".err");
    ProcessBuilder builder = new ProcessBuilder(OwnProcess.command(arguments));
    if (data != null) {
      builder.environment().put("KEPU_EVAL_DATA", data.toString());
    }
    long start = System.nanoTime();
    int exit =
        builder
            .redirectOutput(printed.toFile())
            .redirectError(complaints.toFile())
            .start()
            .waitFor();
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    return new StepResult(
        step.name(),
        step.title(),
        shown(step),
        exit == 0 ? Status.HELD : Status.FELL_SHORT,
        exit == 0 ? null : lastComplaint(complaints, exit),
        seconds,
        Printed.blocks(Files.readAllLines(printed)),
        figures(json, baseline));
  }

  /** The command without the files of this report. */
  private String shown(Step step) {
    return "evaluation/evaluate " + String.join(" ", step.asTold(quick));
  }

  private StepResult notRun(Step step, String why) {
    return new StepResult(
        step.name(), step.title(), shown(step), Status.NOT_RUN, why, 0, List.of(), Map.of());
  }

  private static Map<String, Figure> figures(Path json, Path baseline) {
    if (!Files.exists(json)) {
      return Map.of();
    }
    Map<String, Double> expected = Files.exists(baseline) ? Baseline.read(baseline) : Map.of();
    Map<String, Figure> figures = new LinkedHashMap<>();
    Baseline.read(json)
        .forEach((name, value) -> figures.put(name, new Figure(value, expected.get(name))));
    return figures;
  }

  /** Progress bars overwrite their line, so what was said last stands behind the last of them. */
  private static String lastComplaint(Path complaints, int exit) {
    try {
      List<String> lines =
          Files.readString(complaints)
              .lines()
              .flatMap(line -> List.of(line.split("\r")).stream())
              .map(String::strip)
              // What Java says of itself explains nothing.
              .filter(line -> !line.isEmpty() && !line.startsWith("WARNING:"))
              .toList();
      return lines.isEmpty() ? "it ended with %d".formatted(exit) : lines.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + complaints, e);
    }
  }
}
