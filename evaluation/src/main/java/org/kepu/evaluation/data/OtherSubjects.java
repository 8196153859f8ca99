package org.kepu.evaluation.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Questions of {@code cmrc2018_train}, most of them about other subjects than the collection's:
 * people, places, films. The collection answers none of them but by chance.
 */
public final class OtherSubjects {

  private static final String SET = "cmrc2018_train";

  /** One in so many is kept from training. */
  private static final int CALIBRATING = 60;

  private OtherSubjects() {}

  public static List<String> forTraining(Path data) {
    return drawn(data, false);
  }

  public static List<String> forCalibration(Path data) {
    return drawn(data, true);
  }

  private static List<String> drawn(Path data, boolean calibrating) {
    List<ReadingSet.TextQuestion> all = ReadingSet.questions(data, SET);
    return IntStream.range(0, all.size())
        .filter(i -> (i % CALIBRATING == 0) == calibrating)
        .mapToObj(i -> all.get(i).question())
        .toList();
  }
}
