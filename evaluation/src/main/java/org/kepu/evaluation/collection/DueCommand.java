package org.kepu.evaluation.collection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.collection.CollectionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what has to be looked at again. */
@Command(
    name = "due",
    description =
        "Lists the documents to be reviewed or to expire within some days, the soonest first.",
    mixinStandardHelpOptions = true)
public final class DueCommand implements Callable<Integer> {

  @Option(
      names = "--folder",
      defaultValue = "knowledge-base/collection",
      description = "The collection; default ${DEFAULT-VALUE}")
  private Path folder = Path.of("");

  @Option(names = "--on", description = "The day to count from; default today in Beijing")
  private @Nullable LocalDate on;

  @Option(
      names = "--within",
      defaultValue = "30",
      description = "How many days to look ahead; default ${DEFAULT-VALUE}")
  private int days;

  @Override
  public Integer call() {
    LocalDate day = on == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : on;
    List<Due> due = Due.within(days, day, CollectionFolder.read(folder).documents());
    System.out.printf("%d documents within %d days of %s%n%n", due.size(), days, day);
    System.out.println(
        "| id | title | asOf | reviewBy | validTo | days left |\n|---|---|---|---|---|---|");
    due.forEach(DueCommand::print);
    return 0;
  }

  private static void print(Due due) {
    System.out.printf(
        "| %s | %s | %s | %s | %s | %d |%n",
        due.document().id(),
        due.document().title(),
        shown(due.document().metadata().asOf()),
        shown(due.document().metadata().reviewBy()),
        shown(due.document().metadata().validTo()),
        due.daysLeft());
  }

  private static String shown(@Nullable LocalDate day) {
    return day == null ? "–" : day.toString();
  }
}
