package org.kepu.assistant.educator.item;

import java.util.Locale;

/** The 4 crosscutting concepts of the science curriculum standard of 2022. */
public enum Crosscutting {
  MATTER_AND_ENERGY("物质与能量"),
  STRUCTURE_AND_FUNCTION("结构与功能"),
  SYSTEM_AND_MODEL("系统与模型"),
  STABILITY_AND_CHANGE("稳定与变化");

  private final String label;

  Crosscutting(String label) {
    this.label = label;
  }

  /** The name on papers. */
  public String label() {
    return label;
  }

  /** The name in JSON and files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
