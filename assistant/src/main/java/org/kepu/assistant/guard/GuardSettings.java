package org.kepu.assistant.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the guard is where words alone do not decide.
 *
 * @param certainty how sure the classifier must be to turn a question away, above 0 to 1; higher
 *     lets more through, 1 leaves all to the words
 * @param childCertainty the same for children and at kiosks, at most {@code certainty}
 * @param doubt how sure it must be for a question to be answered only if it is about the
 *     collection's subjects, above 0 to 1; 1 doubts none
 */
@ConfigurationProperties("kepu.guard")
public record GuardSettings(
    @DefaultValue("0.90") double certainty,
    @DefaultValue("0.75") double childCertainty,
    @DefaultValue("0.50") double doubt) {

  public GuardSettings {
    if (!(certainty > 0 && certainty <= 1)) {
      throw new IllegalArgumentException(
          "kepu.guard.certainty is above 0 and at most 1, not " + certainty);
    }
    if (!(childCertainty > 0 && childCertainty <= certainty)) {
      throw new IllegalArgumentException(
          "kepu.guard.child-certainty is above 0 and at most kepu.guard.certainty, not "
              + childCertainty);
    }
    if (!(doubt > 0 && doubt <= 1)) {
      throw new IllegalArgumentException("kepu.guard.doubt is above 0 and at most 1, not " + doubt);
    }
  }
}
