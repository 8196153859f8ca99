package org.kepu.evaluation.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.educator.gate.Judged;
import org.kepu.assistant.educator.gate.Objection.Reason;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.evaluation.items.Pools.Place;
import org.kepu.evaluation.items.Pools.Pool;
import org.kepu.evaluation.report.HeldFigures;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.reader.onnx.MiniReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes course questions from every section of the collection, without a model. */
@Command(
    name = "items",
    description = {
      "Makes course questions from every section, and counts what the gates let pass and why not the rest.",
      "Draws some to be read by a person, each with its key and its source behind it."
    },
    mixinStandardHelpOptions = true)
public final class ItemsCommand implements Callable<Integer> {

  @Option(
      names = "--sections",
      defaultValue = "0",
      description = "Only so many sections, drawn by the seed; 0, the default, takes all")
  private int most;

  @Option(
      names = "--draw",
      defaultValue = "0",
      description = "How many sound items to write for reading; default ${DEFAULT-VALUE}")
  private int draw;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Any whole number; default ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--today", description = "The day texts must be in force on; default today")
  private @Nullable LocalDate today;

  @Option(names = "--refused", description = "Write refused items with their reasons to this file")
  private @Nullable Path refused;

  @Option(names = "--to", description = "Write the drawn items to this file; default: print them")
  private @Nullable Path to;

  @Option(
      names = "--blind",
      description =
          "Write the drawn items without keys and sources to this file, to be answered before the keys are read")
  private @Nullable Path blind;

  @Option(
      names = "--reading",
      description = "Make nothing: count the verdicts of a reading kept in this file")
  private @Nullable Path reading;

  @Mixin private HeldFigures held = new HeldFigures();

  @Override
  public Integer call() {
    if (reading != null) {
      Verdict.report(reading);
      return 0;
    }
    long start = System.nanoTime();
    try (BgeSmallZh embedder = new BgeSmallZh();
        MiniReader reader = new MiniReader()) {
      Pools pools = new Pools(embedder, reader);
      Duration ready = Duration.ofNanos(System.nanoTime() - start);
      List<Place> places = drawn(pools.sections());
      long from = System.nanoTime();
      List<Pool> judged =
          pools.judge(
              places, today == null ? LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")) : today);
      Duration took = Duration.ofNanos(System.nanoTime() - from);
      Map<String, Double> figures = report(judged, ready, took);
      if (draw > 0) {
        List<Item> drawn = Reading.drawn(sound(judged), draw, seed);
        write(to, Reading.sheet(drawn));
        if (blind != null) {
          write(blind, Reading.blindSheet(drawn, seed));
        }
      }
      if (refused != null) {
        write(refused, Reading.refused(judged));
      }
      return held.conclude(figures, 0);
    }
  }

  private List<Place> drawn(List<Place> places) {
    if (most <= 0 || most >= places.size()) {
      return places;
    }
    List<Place> shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, most);
  }

  private static List<Item> sound(List<Pool> pools) {
    return pools.stream()
        .flatMap(pool -> pool.judged().stream())
        .filter(Judged::sound)
        .map(Judged::item)
        .toList();
  }

  private static Map<String, Double> report(List<Pool> pools, Duration ready, Duration took) {
    Map<Kind, Integer> made = new EnumMap<>(Kind.class);
    Map<Kind, Integer> sound = new EnumMap<>(Kind.class);
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    for (Pool pool : pools) {
      for (Judged judged : pool.judged()) {
        made.merge(judged.item().kind(), 1, Integer::sum);
        if (judged.sound()) {
          sound.merge(judged.item().kind(), 1, Integer::sum);
        }
        judged.objections().forEach(o -> reasons.merge(o.reason(), 1, Integer::sum));
      }
    }
    int all = sound.values().stream().mapToInt(Integer::intValue).sum();
    double kinds = pools.stream().mapToLong(ItemsCommand::kinds).average().orElse(0);
    double few =
        pools.stream()
            .filter(pool -> pool.judged().stream().filter(Judged::sound).count() < 4)
            .count();
    System.out.printf(
        "%d sections, %d drafts, %d sound; ready in %.1f s, made and judged in %.1f s%n%n",
        pools.size(),
        made.values().stream().mapToInt(Integer::intValue).sum(),
        all,
        ready.toMillis() / 1e3,
        took.toMillis() / 1e3);
    System.out.println("| kind | drafts | sound | sound a section |\n|---|---|---|---|");
    made.forEach(
        (kind, count) ->
            System.out.printf(
                "| %s | %d | %d | %.2f |%n",
                kind.code(),
                count,
                sound.getOrDefault(kind, 0),
                (double) sound.getOrDefault(kind, 0) / pools.size()));
    System.out.printf(
        "%nsound items a section %.2f, kinds a section %.2f, sections with fewer than 4: %.0f%n%n",
        (double) all / pools.size(), kinds, few);
    System.out.println("| objection | items |\n|---|---|");
    reasons.forEach((reason, count) -> System.out.printf("| %s | %d |%n", reason.code(), count));
    positions(pools);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("sound.a-section", (double) all / pools.size());
    figures.put("kinds.a-section", kinds);
    return figures;
  }

  private static long kinds(Pool pool) {
    return pool.judged().stream()
        .filter(Judged::sound)
        .map(judged -> judged.item().kind())
        .distinct()
        .count();
  }

  /** Whether place or length tells the key of a single choice. */
  private static void positions(List<Pool> pools) {
    int[] places = new int[6];
    int choices = 0;
    int longest = 0;
    int holding = 0;
    int judgements = 0;
    for (Item item : sound(pools)) {
      if (item.kind() == Kind.SINGLE_CHOICE && item.content() instanceof Content.Choice choice) {
        int key = choice.key().getFirst();
        places[key]++;
        choices++;
        int right = choice.options().get(key).text().length();
        longest +=
            choice.options().stream()
                    .filter(o -> !o.right())
                    .allMatch(o -> o.text().length() < right)
                ? 1
                : 0;
      } else if (item.content() instanceof Content.Judgement judgement) {
        judgements++;
        holding += judgement.holds() ? 1 : 0;
      }
    }
    System.out.printf(
        "%nsingle choice: key at A %d, B %d, C %d, D %d of %d; key alone the longest %.1f %%; true/false: %.1f %% hold%n",
        places[0],
        places[1],
        places[2],
        places[3],
        choices,
        100.0 * longest / Math.max(1, choices),
        100.0 * holding / Math.max(1, judgements));
  }

  private static void write(@Nullable Path to, List<String> lines) {
    if (to == null) {
      lines.forEach(System.out::println);
      return;
    }
    try {
      Files.write(to, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + to, e);
    }
  }
}
