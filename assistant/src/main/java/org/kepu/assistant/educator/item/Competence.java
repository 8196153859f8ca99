package org.kepu.assistant.educator.item;

import java.util.Locale;

/** The 4 core competences of the science curriculum standard of 2022. */
public enum Competence {
  SCIENTIFIC_IDEAS("科学观念"),
  SCIENTIFIC_THINKING("科学思维"),
  INQUIRY_AND_PRACTICE("探究实践"),
  ATTITUDE_AND_RESPONSIBILITY("态度责任");

  private final String label;

  Competence(String label) {
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
