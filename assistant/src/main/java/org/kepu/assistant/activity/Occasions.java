package org.kepu.assistant.activity;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.reach.Scene;

/**
 * On what occasion something happened, and where: what a scene leaves unsaid is taken from the
 * activity it names and, at a kiosk, from the venue. It asks no database; {@link #refresh} does.
 * Safe for use by several threads.
 */
public final class Occasions {

  private final Activities activities;
  private final Supplier<Set<String>> countedNow;
  private final Map<String, String> regions;
  private volatile Set<String> counted = Set.of();
  private volatile Map<String, Activity> known = Map.of();

  /**
   * The occasions.
   *
   * @param counted the ids of the activities whose heads are reported
   * @param regions the cities of the venues, by their ids
   */
  public Occasions(
      Activities activities, Supplier<Set<String>> counted, Map<String, String> regions) {
    this.activities = activities;
    this.countedNow = counted;
    this.regions = Map.copyOf(regions);
  }

  /** Reads the activities again. */
  public void refresh() {
    known = activities.all().stream().collect(Collectors.toMap(Activity::id, Function.identity()));
    counted = countedNow.get();
  }

  /**
   * The scene with what is known of its activity and its place. Who takes part in an activity whose
   * heads are reported is one of them; of whom they are reported later, the ledgers tell alone.
   */
  Scene complete(Scene scene) {
    Scene located = located(scene);
    return scene.activity() != null && counted.contains(scene.activity())
        ? located.covered()
        : located;
  }

  private Scene located(Scene scene) {
    Activity activity = scene.activity() == null ? null : known.get(scene.activity());
    if (activity == null) {
      return scene.locatedAt(
          scene.venue(), scene.hall(), scene.programme(), region(scene, scene.venue()));
    }
    String venue = or(scene.venue(), activity.venue());
    return scene.locatedAt(
        venue,
        // A hall is one of its house alone.
        activity.venue().equals(venue) ? or(scene.hall(), activity.hall()) : scene.hall(),
        or(scene.programme(), activity.programme()),
        activity.form() == Activity.Form.ON_SITE ? region(scene, activity) : region(scene, venue));
  }

  private @Nullable String region(Scene scene, Activity activity) {
    String city =
        activity.region().isEmpty()
            ? regions.getOrDefault(activity.venue(), "")
            : activity.region();
    return or(scene.region(), city);
  }

  /** A page is read anywhere, a kiosk stands where it stands. */
  private @Nullable String region(Scene scene, @Nullable String venue) {
    boolean there = scene.channel() == Channel.KIOSK && venue != null;
    return or(scene.region(), there ? regions.getOrDefault(venue, "") : "");
  }

  private static @Nullable String or(@Nullable String said, String known) {
    return said != null || known.isEmpty() ? said : known;
  }
}
