package org.kepu.assistant.activity;

import java.util.List;
import java.util.Optional;

/** The activities and programmes. Safe for use by several threads and processes. */
public interface Activities {

  /** What became of a programme that was to be kept; of all but the first nothing is kept. */
  enum Kept {
    KEPT,
    /** Another is called the same. */
    NAME_TAKEN,
    /** It is no longer, or not yet, of the version that was read. */
    CHANGED_MEANWHILE
  }

  /** All programmes, by their names. */
  List<Programme> programmes();

  /**
   * Keeps a programme in place of the version that was read of it, {@link Programme#NEW} where
   * there is none. A closed one is closed since the day on which it was first kept as closed.
   */
  Kept keep(Programme programme);

  /** All activities, the latest first. */
  List<Activity> all();

  /** The activity of an id. */
  Optional<Activity> find(String id);

  /**
   * Keeps an activity in place of the version that was read of it, {@link Activity#NEW} where there
   * is none.
   *
   * @param by the name of the account that does
   * @return false where it is no longer, or not yet, of that version; then nothing is kept
   */
  boolean keep(Activity activity, String by);
}
