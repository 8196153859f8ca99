package org.kepu.assistant.activity;

import java.util.List;
import java.util.Optional;

/** The activities and programmes. Safe for use by several threads and processes. */
public interface Activities {

  /** All programmes, by their names. */
  List<Programme> programmes();

  /**
   * Keeps a programme, in place of the one of its id.
   *
   * @return false where another has its name; then nothing is kept
   */
  boolean keep(Programme programme);

  /** All activities, the latest first. */
  List<Activity> all();

  /** The activity of an id. */
  Optional<Activity> find(String id);

  /**
   * Keeps an activity, in place of the one of its id.
   *
   * @param by the name of the account that does
   */
  void keep(Activity activity, String by);
}
