package org.kepu.knowledge.collection;

import static org.kepu.knowledge.collection.Rule.ofFiles;
import static org.kepu.knowledge.collection.Rule.when;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;

/** Rules for the days in the front matter. */
final class TimeRules {

  /** Counts of a day, what lists protect, what is to come. */
  private static final Pattern AGES = Pattern.compile("截至\\d{4}年|国家[一二]级(?:重点)?保护|预计在?\\d{4}年");

  private TimeRules() {}

  /** The rules as they stand on {@code today}. */
  static List<Rule> asOf(LocalDate today) {
    return List.of(
        ofFiles(
            Role.class,
            "No review is in the future",
            "please write the day somebody last checked it",
            (_, file) -> laterThan(today, file.metadata().reviewedOn())),
        ofFiles(
            Role.class,
            "A text that says 截至 and a year, 国家一级保护 or 预计 and a year names asOf and reviewBy",
            "please add the day the fact stood so and the day by which to look again",
            (_, file) -> {
              Metadata metadata = file.metadata();
              boolean dated = metadata.asOf() != null && metadata.reviewBy() != null;
              return AGES.matcher(file.body())
                  .results()
                  .limit(dated ? 0 : 1)
                  .map(found -> found.group());
            }),
        ofFiles(
            Role.class,
            "A fact's day is not in the future",
            "please write the day of the source in asOf",
            (_, file) -> laterThan(today, file.metadata().asOf())),
        ofFiles(
            Role.class,
            "The next review comes after the fact's day",
            "please move reviewBy to a later day than asOf",
            (_, file) -> {
              LocalDate asOf = file.metadata().asOf();
              LocalDate reviewBy = file.metadata().reviewBy();
              return when(
                  asOf != null && reviewBy != null && !reviewBy.isAfter(asOf),
                  "asOf %s, reviewBy %s".formatted(asOf, reviewBy));
            }));
  }

  private static Stream<String> laterThan(LocalDate today, @Nullable LocalDate day) {
    return when(day != null && day.isAfter(today), String.valueOf(day));
  }
}
