package org.kepu.evaluation.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads hostile files, each followed by good ones, and counts what became of them. */
@Command(
    name = "formats",
    description = {
      "Reads the fuzzed Office files and Tika's adversarial ones, each followed by good files of all",
      "formats; prints what became of them and the slowest."
    },
    mixinStandardHelpOptions = true)
public final class FormatsCommand implements Callable<Integer> {

  private static final Duration IN_TIME = Duration.ofSeconds(30);

  /** How much of a good file's text must be there, white space aside. */
  private static final int CHECKED = 40;

  @Option(
      names = "--data",
      required = true,
      defaultValue = "${KEPU_EVAL_DATA}",
      description = "Folder with the sets (or KEPU_EVAL_DATA)")
  private Path data = Path.of("");

  @Option(
      names = "--hostile",
      split = ",",
      defaultValue = "security/poi-fuzz-corrupt,security/tika-adversarial",
      description = "Folders of hostile files; default ${DEFAULT-VALUE}")
  private List<String> hostileFolders = List.of();

  @Option(
      names = "--good",
      defaultValue = "cmrc2018",
      description = "Set whose passages are written as good files; default ${DEFAULT-VALUE}")
  private String goodSet = "";

  @Option(
      names = "--good-files",
      defaultValue = "2",
      description = "Good files after each hostile one; default ${DEFAULT-VALUE}")
  private int goodPerHostile;

  @Mixin private HeldFigures held = new HeldFigures();

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private Duration slowest = Duration.ZERO;
  private String slowestFile = "";
  private int inTime;
  private int goodParsed;

  @Override
  public Integer call() throws IOException {
    List<Path> hostile = hostileFiles();
    List<TextPassage> passages = ReadingSet.passages(data, goodSet);
    int good = 0;
    try (FileIntake intake = FileIntake.standard();
        ProgressBar bar = Progress.bar("formats", hostile.size())) {
      for (Path file : hostile) {
        ParseResult result =
            read(intake, new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
        outcomes.merge(outcome(result), 1, Integer::sum);
        for (int i = 0; i < goodPerHostile; i++) {
          TextPassage passage = passages.get(good % passages.size());
          goodParsed += holds(read(intake, GoodFiles.of(good, passage)), passage) ? 1 : 0;
          good++;
        }
        bar.step();
      }
    }
    if (hostile.isEmpty() || good == 0) {
      System.err.println("No files: please name a folder with files by --data and --hostile");
      return 2;
    }
    return report(hostile.size(), good);
  }

  private int report(int hostile, int good) throws IOException {
    System.out.printf("| hostile files | %d |%n|---|---|%n", hostile);
    outcomes.forEach((outcome, count) -> System.out.printf("| %s | %d |%n", outcome, count));
    System.out.printf(
        "%ngood files with their text: %d of %d; slowest: %s in %d ms%n",
        goodParsed, good, slowestFile, slowest.toMillis());
    Map<String, Double> figures =
        Map.of(
            "formats.ended-within-30s",
            (double) inTime / (hostile + good),
            "formats.good-parsed",
            (double) goodParsed / good);
    return held.conclude(figures, 0);
  }

  private ParseResult read(FileIntake intake, SourceFile file) {
    long start = System.nanoTime();
    ParseResult result = intake.parse(file, FileDescription.NONE);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(slowest) > 0) {
      slowest = took;
      slowestFile = file.path();
    }
    inTime += took.compareTo(IN_TIME) <= 0 ? 1 : 0;
    return result;
  }

  private static String outcome(ParseResult result) {
    return switch (result) {
      case Parsed parsed -> "parsed";
      case Quarantined quarantined -> "quarantined: " + quarantined.reason();
    };
  }

  private static boolean holds(ParseResult result, TextPassage passage) {
    String text = bare(passage.text());
    return result instanceof Parsed parsed
        && bare(parsed.document().text())
            .contains(text.substring(0, Math.min(CHECKED, text.length())));
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }

  private List<Path> hostileFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : hostileFolders) {
      try (Stream<Path> all = Files.walk(data.resolve(folder))) {
        all.filter(Files::isRegularFile)
            .filter(FormatsCommand::notAbout)
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /** A folder's own description is none of its files. */
  private static boolean notAbout(Path file) {
    String name = file.getFileName().toString();
    return !name.equals("README.md") && !name.equals("MANIFEST.tsv") && !name.equals("META.json");
  }
}
