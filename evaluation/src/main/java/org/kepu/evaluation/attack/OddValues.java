package org.kepu.evaluation.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/** Values that programs stumble over, as text and as JSON. */
final class OddValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Lengths at and around the limits of the contract, and far beyond them. */
  private static final int[] LENGTHS = {
    0, 1, 2, 35, 36, 37, 60, 61, 64, 65, 100, 128, 200, 201, 255, 256, 300, 500, 501, 1000, 1001,
    2000, 4000, 4001, 8000
  };

  private static final List<String> LETTERS =
      List.of("a", "鹿", " ", "\u3000", "0", "é", "🦌", "\u0301", "\u200b", "\"", "\\", "%", "(");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "2147483647",
          "2147483648",
          "-2147483648",
          "-2147483649",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "0.1",
          "1.0",
          "-0.0",
          "1e308",
          "1e309",
          "-1e400",
          "1e-400",
          "1E+2",
          "1e2147483647",
          "1e99999999999",
          "NaN",
          "Infinity",
          "-Infinity",
          "00",
          "01",
          "0x10",
          "1_000",
          ".5",
          "5.",
          "+1",
          "1,5",
          "٣",
          "9".repeat(400),
          "0." + "0".repeat(900) + "1");

  /** Where there is no data set. */
  private static final List<String> OWN =
      List.of(
          "null",
          "undefined",
          "true",
          "NaN",
          "-1",
          "' OR '1'='1",
          "'; DROP TABLE interaction; --",
          "\" OR \"\"=\"",
          "%",
          "_",
          "\\",
          "${jndi:ldap://127.0.0.1:1/a}",
          "#{T(java.lang.Runtime)}",
          "${7*7}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "/etc/passwd",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "\u0000",
          "a\u0000b",
          "\r\nX-Injected: 1",
          "\u202eabc\u202c",
          "\ud800",
          "\udc00a",
          "\uffff",
          "\ufeff",
          "\u2028\u2029",
          "ﷺ",
          "Ω≈ç√∫",
          "ȺȾ",
          "ı",
          "İ",
          "ß",
          "🏳️‍🌈👩‍👩‍👧‍👦",
          "Z\u0351\u036b\u0343\u036a\u0302",
          "*",
          "?",
          "[a-z]*",
          "(a+)+$",
          "a".repeat(40) + "!",
          "%s%s%s%n",
          "%00",
          "%0d%0aX-Injected:%201",
          "0198a000-0000-7000-8000-000000000000",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "2026-02-30",
          "0000-00-00",
          "9999-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "2026-13",
          "2026-W60",
          "2026-11-30T25:61:61Z",
          "1970-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "24:00",
          "23:59:60",
          "PT-1S",
          "GMT+99",
          "zh-CN-x-" + "a".repeat(80),
          "admin",
          "kepu",
          "milu",
          "kiosk",
          "=1+1",
          "@SUM(A1)",
          "[]",
          "{}",
          "\t",
          "\u000b",
          "\u0085");

  private final List<String> naughty;

  /**
   * @param data folder of data sets, null: there is none
   */
  OddValues(@Nullable Path data) {
    List<String> all = new ArrayList<>(OWN);
    if (data != null) {
      Path list = data.resolve("security").resolve("naughty-strings").resolve("blns.json");
      try {
        for (JsonNode value : new JsonMapper().readTree(Files.readString(list))) {
          all.add(value.asString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the naughty strings in " + list, e);
      }
    }
    naughty = List.copyOf(all);
  }

  /** How many strings there are beside those that only are long. */
  int strings() {
    return naughty.size();
  }

  String text(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> pick(LETTERS, random).repeat(LENGTHS[random.nextInt(LENGTHS.length)]);
      case 2 -> pick(NUMBERS, random);
      case 3 -> mixed(random);
      default -> pick(naughty, random);
    };
  }

  JsonNode json(SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2, 3 -> raw(pick(NUMBERS, random));
      case 4 -> NODES.objectNode();
      case 5 -> NODES.objectNode().put(pick(naughty, random), 1);
      case 6 -> NODES.arrayNode();
      case 7 -> NODES.arrayNode().add(NODES.stringNode(text(random))).addNull();
      case 8 -> many(random);
      default -> NODES.stringNode(text(random));
    };
  }

  /** JSON as it is written, be it none. */
  static JsonNode raw(String written) {
    return NODES.rawValueNode(new RawValue(written));
  }

  static <T> T pick(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private static ArrayNode many(SplittableRandom random) {
    ArrayNode all = NODES.arrayNode();
    int size = 1 << random.nextInt(11);
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    return all;
  }

  /** A few characters of anywhere in Unicode, halves of pairs among them. */
  private static String mixed(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(0x10000));
    }
    return text.toString();
  }
}
