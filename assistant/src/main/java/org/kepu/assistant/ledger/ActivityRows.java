package org.kepu.assistant.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
   * @param code {@code activity_closed}, {@code outside_activity}, {@code another_programme},
   *     {@code programme_closed}, {@code id_unaddressable}
   * @param value what the activity, or other rows of it, say
   */
  public record Misfit(int index, String column, String code, String value) {}

  /**
   * Matches entries with the activities; nothing is kept. What becomes of a row does not depend on
   * which rows stand before it.
   *
   * @param effects what would become of each entry: one that changes nothing fits whatever has
   *     become of its activity, so that the same table can be handed in again
   */
  public Match match(List<Entry> entries, List<Ledgers.Effect> effects) {
    Map<String, List<Row>> byActivity = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Form form = form(entry.kind());
      if (form != null && effects.get(i) != Ledgers.Effect.SAME) {
        byActivity
            .computeIfAbsent(entry.item(), item -> new ArrayList<>())
            .add(new Row(i, entry, form));
      }
    }
    Matching matching = new Matching();
    byActivity.forEach(matching::take);
    return matching.match();
  }

  /**
   * Keeps what a table brought in.
   *
   * @throws OvertakenException if another changed one of these since they were matched; then the
   *     caller keeps nothing of the table
   */
  public void keep(Match match, String by) {
    for (Programme programme : match.programmes()) {
      if (activities.keep(programme) != Activities.Kept.KEPT) {
        throw new OvertakenException(programme.name());
      }
    }
    for (Activity activity : match.activities()) {
      if (!activities.keep(activity, by)) {
        throw new OvertakenException(activity.name());
      }
    }
  }

  /** A row of an activity. */
  private record Row(int index, Entry entry, Form form) {

    Misfit misfit(String column, String code, String value) {
      return new Misfit(index, column, code, value);
    }
  }

  private final class Matching {

    private final Map<String, Programme> byKey = new HashMap<>();
    private final Map<String, Programme> byId = new HashMap<>();
    private final Map<String, Activity> known = new HashMap<>();
    private final List<Programme> newProgrammes = new ArrayList<>();
    private final List<Activity> changed = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();

    Matching() {
      activities.programmes().forEach(this::know);
      activities.all().forEach(it -> known.put(it.id(), it));
    }

    private void know(Programme programme) {
      byKey.put(Programme.key(programme.name()), programme);
      byId.put(programme.id(), programme);
    }

    Match match() {
      misfits.sort(Comparator.comparingInt(Misfit::index));
      return new Match(newProgrammes, changed, misfits);
    }

    void take(String id, List<Row> rows) {
      Activity activity = known.get(id);
      List<Misfit> wrong =
          activity == null
              ? misfitsOfNew(id, rows)
              : rows.stream().flatMap(row -> misfit(row, activity).stream()).toList();
      if (wrong.isEmpty() && (activity == null || joins(activity))) {
        wrong = disagreeing(rows);
      }
      misfits.addAll(wrong);
      if (!wrong.isEmpty() || (activity != null && !activity.fromTable())) {
        return;
      }
      Activity longer = activity == null ? made(rows.getFirst()) : activity;
      if (joins(longer)) {
        longer = longer.partOf(programme(rows));
      }
      for (Row row : rows) {
        longer = longer.with(row.entry().day(), row.form());
      }
      if (!longer.equals(activity)) {
        changed.add(longer);
      }
    }

    /** Whether rows may still say what an activity is part of. */
    private static boolean joins(Activity activity) {
      return activity.fromTable() && activity.programme().isEmpty();
    }

    private static List<Misfit> misfitsOfNew(String id, List<Row> rows) {
      return Activity.addressable(id)
          ? List.of()
          : rows.stream().map(row -> row.misfit("编号", "id_unaddressable", id)).toList();
    }

    private Optional<Misfit> misfit(Row row, Activity activity) {
      if (activity.closed()) {
        return Optional.of(row.misfit("编号", "activity_closed", activity.name()));
      }
      if (!activity.fromTable() && !activity.on(row.entry().day())) {
        String days = activity.first() + " — " + activity.last();
        return Optional.of(row.misfit("日期", "outside_activity", days));
      }
      Programme programme = byId.get(activity.programme());
      String name = programme == null ? "" : programme.name();
      if (!joins(activity)
          && !row.entry().programme().isEmpty()
          && !Programme.key(row.entry().programme()).equals(Programme.key(name))) {
        return Optional.of(row.misfit("项目", "another_programme", name));
      }
      return Optional.empty();
    }

    /** Rows of one activity that name several programmes, or one that takes none any more. */
    private List<Misfit> disagreeing(List<Row> rows) {
      SortedMap<String, String> named = new TreeMap<>();
      naming(rows).forEach(row -> named.putIfAbsent(key(row), row.entry().programme()));
      List<Misfit> wrong = new ArrayList<>();
      for (Row row : naming(rows)) {
        Programme programme = byKey.get(key(row));
        if (named.size() > 1) {
          String others =
              named.entrySet().stream()
                  .filter(other -> !other.getKey().equals(key(row)))
                  .map(Map.Entry::getValue)
                  .collect(Collectors.joining("、"));
          wrong.add(row.misfit("项目", "another_programme", others));
        } else if (programme != null && programme.closed()) {
          wrong.add(row.misfit("项目", "programme_closed", closed(programme)));
        }
      }
      return wrong;
    }

    private static String closed(Programme programme) {
      return programme.closedOn() == null
          ? programme.name()
          : programme.name() + "（" + programme.closedOn() + "）";
    }

    private static List<Row> naming(List<Row> rows) {
      return rows.stream().filter(row -> !row.entry().programme().isEmpty()).toList();
    }

    private static String key(Row row) {
      return Programme.key(row.entry().programme());
    }

    /** The id of the one programme that rows name; empty: none does. */
    private String programme(List<Row> rows) {
      List<Row> naming = naming(rows);
      if (naming.isEmpty()) {
        return "";
      }
      Programme known = byKey.get(key(naming.getFirst()));
      if (known != null) {
        return known.id();
      }
      Programme made = Programme.named(naming.getFirst().entry().programme(), byId.keySet());
      know(made);
      newProgrammes.add(made);
      return made.id();
    }

    private static Activity made(Row row) {
      Entry entry = row.entry();
      return new Activity(
          entry.item(),
          entry.title(),
          "",
          entry.venue(),
          "",
          "",
          entry.day(),
          entry.day(),
          entry.unit(),
          row.form(),
          false,
          true,
          Activity.NEW);
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
