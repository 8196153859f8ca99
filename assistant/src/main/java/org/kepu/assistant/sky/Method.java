package org.kepu.assistant.sky;

/**
 * How something is computed: a section of the collection's article about it, whose first sentence
 * is what a computed sentence cites.
 */
enum Method {
  SUN("助手怎样计算日出和日落的时刻？"),
  MOON("助手怎样计算月亮升起和落下的时刻？"),
  PHASES("助手怎样计算月相和农历日期？"),
  TERMS("助手怎样计算二十四节气的时刻？"),
  ECLIPSES("助手怎样推算日食和月食？"),
  PLANETS("助手怎样判断今晚能看到哪些行星？"),
  PLACE("助手计算天象时用哪里的位置和时间？"),
  WEATHER("算出来的天象为什么不一定看得到？");

  /** The article's id. */
  static final String ARTICLE = "sky-computing";

  private final String heading;

  Method(String heading) {
    this.heading = heading;
  }

  String heading() {
    return heading;
  }
}
