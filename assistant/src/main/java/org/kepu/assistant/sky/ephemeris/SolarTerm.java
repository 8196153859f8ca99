package org.kepu.assistant.sky.ephemeris;

/** The 24 solar terms in a year's order; the Sun moves on by 15 degrees from one to the next. */
public enum SolarTerm {
  XIAO_HAN,
  DA_HAN,
  LI_CHUN,
  YU_SHUI,
  JING_ZHE,
  CHUN_FEN,
  QING_MING,
  GU_YU,
  LI_XIA,
  XIAO_MAN,
  MANG_ZHONG,
  XIA_ZHI,
  XIAO_SHU,
  DA_SHU,
  LI_QIU,
  CHU_SHU,
  BAI_LU,
  QIU_FEN,
  HAN_LU,
  SHUANG_JIANG,
  LI_DONG,
  XIAO_XUE,
  DA_XUE,
  DONG_ZHI;

  /** The Sun's apparent longitude at its beginning, in degrees after the spring equinox's. */
  @SuppressWarnings("EnumOrdinal") // The terms stand in the order of the year, 15 degrees apart.
  public int longitude() {
    return (ordinal() - CHUN_FEN.ordinal()) * 15;
  }
}
