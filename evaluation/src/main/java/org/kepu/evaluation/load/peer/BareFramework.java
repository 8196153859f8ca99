package org.kepu.evaluation.load.peer;

import java.util.List;

/** The framework alone: always the same sentences, as long as an answer's usually are. */
public final class BareFramework implements Peer {

  private static final List<String> SENTENCES =
      List.of(
          "月亮本身不发光，我们看到的月光是它反射的太阳光。", "月亮绕着地球转，被太阳照亮的一面朝向我们的多少每天都在变。", "所以月亮看起来有圆有缺，大约每29天半轮回一次。");

  @Override
  public List<String> answer(String question) {
    return SENTENCES;
  }
}
