package org.kepu.assistant.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Activity.Form;
import org.kepu.assistant.activity.Programme;

/**
 * Brings the rows of R2 and R3 together with the activities they are of. An activity that nobody
 * knows is made of its rows and lasts as long as they do. One that somebody has seen to is not
 * changed by a table: a row that does not fit it is named.
 */
public final class ActivityRows {

  private final Activities activities;

  public ActivityRows(Activities activities) {
    this.activities = activities;
  }

  /**
   * What the rows of a table mean for the activities.
   *
   * @param programmes that are new
   * @param activities that are new, or last longer
   * @param misfits rows that fit no activity; where there are any, nothing may be kept
   */
  public record Match(List<Programme> programmes, List<Activity> activities, List<Misfit> misfits) {

    public Match {
      programmes = List.copyOf(programmes);
      activities = List.copyOf(activities);
      misfits = List.copyOf(misfits);
    }
  }

  /**
   * A row that does not fit its activity.
   *
   * @param index of the entry, from 0
   * @param column the table's, in which it does not
   * @param code {@code activity_closed}, {@code outside_activity}, {@code another_programme}
   * @param value what the activity says
   */
  public record Misfit(int index, String column, String code, String value) {}

  /**
   * Matches entries with the activities; nothing is kept.
   *
   * @param effects what would become of each entry: one that changes nothing fits whatever has
   *     become of its activity, so that the same table can be handed in again
   */
  public Match match(List<Entry> entries, List<Ledgers.Effect> effects) {
    Matching matching = new Matching();
    for (int i = 0; i < entries.size(); i++) {
      if (effects.get(i) != Ledgers.Effect.SAME) {
        matching.take(i, entries.get(i));
      }
    }
    return new Match(
        List.copyOf(matching.newProgrammes.values()),
        List.copyOf(matching.changed.values()),
        matching.misfits);
  }

  /** Keeps what a table brought in. */
  public void keep(Match match, String by) {
    match.programmes().forEach(activities::keep);
    match.activities().forEach(activity -> activities.keep(activity, by));
  }

  private final class Matching {

    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<String, Programme> newProgrammes = new LinkedHashMap<>();
    private final Map<String, Activity> known = new HashMap<>();
    private final Map<String, Activity> changed = new LinkedHashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();

    Matching() {
      activities.programmes().forEach(it -> programmes.put(it.name(), it));
      activities.all().forEach(it -> known.put(it.id(), it));
    }

    void take(int index, Entry entry) {
      Form form = form(entry.kind());
      if (form == null) {
        return;
      }
      Activity activity = known.get(entry.item());
      if (activity == null) {
        put(made(entry, form));
      } else {
        Optional<Misfit> misfit = misfit(index, entry, activity);
        misfit.ifPresent(misfits::add);
        if (misfit.isEmpty() && activity.fromTable()) {
          Activity longer = activity.with(entry.day(), form);
          if (!longer.equals(activity)) {
            put(longer);
          }
        }
      }
    }

    private void put(Activity activity) {
      known.put(activity.id(), activity);
      changed.put(activity.id(), activity);
    }

    private Optional<Misfit> misfit(int index, Entry entry, Activity activity) {
      if (activity.closed()) {
        return Optional.of(new Misfit(index, "编号", "activity_closed", activity.name()));
      }
      if (!activity.fromTable() && !activity.on(entry.day())) {
        String days = activity.first() + " — " + activity.last();
        return Optional.of(new Misfit(index, "日期", "outside_activity", days));
      }
      String programme = programmeName(activity.programme());
      if (!entry.programme().isEmpty() && !entry.programme().equals(programme)) {
        return Optional.of(new Misfit(index, "项目", "another_programme", programme));
      }
      return Optional.empty();
    }

    private String programmeName(String id) {
      return programmes.values().stream()
          .filter(programme -> programme.id().equals(id))
          .map(Programme::name)
          .findFirst()
          .orElse("");
    }

    private Activity made(Entry entry, Form form) {
      return new Activity(
          entry.item(),
          entry.title(),
          programme(entry.programme()),
          entry.venue(),
          "",
          "",
          entry.day(),
          entry.day(),
          entry.unit(),
          form,
          false,
          true);
    }

    private String programme(String name) {
      if (name.isEmpty()) {
        return "";
      }
      return programmes
          .computeIfAbsent(
              name,
              unknown -> {
                Programme programme = Programme.named(unknown);
                newProgrammes.put(unknown, programme);
                return programme;
              })
          .id();
    }
  }

  private static @Nullable Form form(Kind kind) {
    return switch (kind) {
      case OFFLINE -> Form.ON_SITE;
      case ONLINE -> Form.ONLINE;
      case MEDIA, BOOK, PRODUCT -> null;
    };
  }
}
