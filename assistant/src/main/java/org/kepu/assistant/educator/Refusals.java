package org.kepu.assistant.educator;

import java.util.Locale;
import java.util.Map;
import org.kepu.assistant.educator.gate.Objection;

/**
 * How many drafts of the kinds that were asked for a set did without, and why; each is counted
 * once.
 *
 * @param objections what the gates refused, by the first rule that was broken
 * @param misfits what no gate saw, by the first wish of the order that it does not meet
 */
public record Refusals(Map<Objection.Reason, Integer> objections, Map<Misfit, Integer> misfits) {

  /** Nothing was refused, or it was not counted then. */
  public static final Refusals NONE = new Refusals(Map.of(), Map.of());

  public Refusals {
    objections = Map.copyOf(objections);
    misfits = Map.copyOf(misfits);
  }

  /** Which wish of an order a draft does not meet. */
  public enum Misfit {
    STAGE("学段偏高"),
    BLOOM("认知层次不合"),
    DIFFICULTY("难度不合"),
    CORE("核心概念不合"),
    CROSSCUTTING("跨学科概念不合"),
    COMPETENCE("核心素养不合");

    private final String label;

    Misfit(String label) {
      this.label = label;
    }

    /** The wish in an educator's words. */
    public String label() {
      return label;
    }

    /** The name in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
