package org.kepu.assistant.educator.item;

import java.util.Locale;

/** The 13 core concepts of the science curriculum standard of 2022, in its order and words. */
public enum CoreConcept {
  STRUCTURE_OF_MATTER("物质的结构与性质"),
  CHANGE_OF_MATTER("物质的变化与化学反应"),
  MOTION_AND_INTERACTION("物质的运动与相互作用"),
  ENERGY("能的转化与能量守恒"),
  LEVELS_OF_LIFE("生命系统的构成层次"),
  HOMEOSTASIS("生物体的稳态与调节"),
  LIFE_AND_ENVIRONMENT("生物与环境的相互关系"),
  CONTINUITY_AND_EVOLUTION("生命的延续与进化"),
  EARTH_IN_SPACE("宇宙中的地球"),
  EARTH_SYSTEM("地球系统"),
  HUMANS_AND_ENVIRONMENT("人类活动与环境"),
  TECHNOLOGY_AND_SOCIETY("技术、工程与社会"),
  ENGINEERING_DESIGN("工程设计与物化");

  private final String label;

  CoreConcept(String label) {
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
