package org.kepu.assistant.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kepu.assistant.reach.count.Cell;

/** What the codes in the figures are called in a report. */
public final class Names {

  private static final String TOPICS = "topics.tsv";

  private static final Map<String, String> CHANNELS =
      Map.of(
          "web", "网页",
          "kiosk", "展厅终端",
          "h5", "移动网页",
          "wechat", "微信",
          "educator", "备课室",
          "api", "接口",
          "", "未指明");

  private static final Map<String, String> AUDIENCES =
      Map.of(
          "child", "儿童",
          "general", "大众",
          "elder", "长者",
          "educator", "教师",
          "unknown", "未选择",
          "", "未选择");

  private final Map<String, String> venues;
  private final Map<String, String> topics = topics();

  /**
   * The names.
   *
   * @param venues of the houses, by their ids
   */
  public Names(Map<String, String> venues) {
    this.venues = Map.copyOf(venues);
  }

  String venue(String id) {
    return id.isEmpty() ? "未指明场馆" : venues.getOrDefault(id, id);
  }

  String venues(Collection<String> ids) {
    return ids.isEmpty()
        ? "全部场馆"
        : ids.stream().sorted().map(this::venue).collect(Collectors.joining("、"));
  }

  String topic(String id) {
    return id.equals(Cell.UNCLASSIFIED) || id.isEmpty() ? "未归类" : topics.getOrDefault(id, id);
  }

  static String channel(String code) {
    return CHANNELS.getOrDefault(code, code);
  }

  static String audience(String code) {
    return AUDIENCES.getOrDefault(code, code);
  }

  static String region(String city) {
    return city.isEmpty() ? "未知" : city;
  }

  static String hour(String hour) {
    return hour + "时";
  }

  private static Map<String, String> topics() {
    try (InputStream table =
        Objects.requireNonNull(Names.class.getResourceAsStream(TOPICS), TOPICS)) {
      Map<String, String> topics = new HashMap<>();
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(row -> topics.put(row[0], row[1]));
      return topics;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TOPICS, e);
    }
  }
}
