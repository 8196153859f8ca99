package org.kepu.assistant.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Programme;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.reach.figures.Period;

/** The activities and programmes, as they are called when a report is made. */
final class Held {

  private final Map<String, Activity> activities;
  private final Map<String, Programme> programmes;

  Held(Activities all) {
    activities = all.all().stream().collect(Collectors.toMap(Activity::id, Function.identity()));
    programmes =
        all.programmes().stream().collect(Collectors.toMap(Programme::id, Function.identity()));
  }

  Optional<Activity> activity(String id) {
    return Optional.ofNullable(activities.get(id));
  }

  String activityName(String id) {
    return id.isEmpty() ? "未注明活动" : activity(id).map(Activity::name).orElse(id);
  }

  String programmeName(String id) {
    return id.isEmpty()
        ? "未归入项目"
        : Optional.ofNullable(programmes.get(id)).map(Programme::name).orElse(id);
  }

  /** The programme that an entry names or, where it names none, that of its activity. */
  String programmeOf(Entry entry) {
    if (!entry.programme().isEmpty()) {
      return entry.programme();
    }
    return activity(entry.item())
        .map(Activity::programme)
        .filter(id -> !id.isEmpty())
        .map(this::programmeName)
        .orElse("");
  }

  /** Those of which some day is in a period. */
  List<Activity> within(Period period) {
    return activities.values().stream()
        .filter(it -> !it.first().isAfter(period.to()) && !it.last().isBefore(period.from()))
        .toList();
  }
}
