package org.kepu.evaluation.collection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Document;

/**
 * A document that somebody has to look at.
 *
 * @param document the document
 * @param daysLeft days to the earlier of its review and its last day; less than 0 if that has
 *     passed
 */
record Due(Document document, long daysLeft) {

  private static final Comparator<Due> SOONEST_FIRST =
      Comparator.comparingLong(Due::daysLeft).thenComparing(due -> due.document().id());

  /** What is due within {@code days} of {@code day}, the overdue included; the soonest first. */
  static List<Due> within(int days, LocalDate day, List<Document> documents) {
    return documents.stream()
        .flatMap(document -> next(document).map(next -> new Due(document, left(day, next))))
        .filter(due -> due.daysLeft() <= days)
        .sorted(SOONEST_FIRST)
        .toList();
  }

  /**
   * The earlier of the days on which it must be reviewed and expires; none where it does not age.
   */
  private static Stream<LocalDate> next(Document document) {
    return Stream.of(
        Optional.ofNullable(document.metadata().reviewBy()),
        Optional.ofNullable(document.metadata().validTo()))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .stream();
  }

  private static long left(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
