package org.kepu.evaluation.attack;

import static org.kepu.evaluation.attack.OddValues.pick;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of one request, with what is wrong with it. */
final class OddBody {

  /** Escapes, so that halves of surrogate pairs get through. */
  private static final JsonMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonMapper PLAIN = new JsonMapper();

  private static final int TOO_LARGE = 5 * 1024 * 1024;
  private static final int JUST_TOO_LARGE = 17 * 1024;

  private final Operation operation;
  private final Trick trick;
  private final Samples samples;
  private final OddValues odd;
  private final SplittableRandom random;
  private String contentType = "application/json";
  private boolean zipped;

  OddBody(
      Operation operation, Trick trick, Samples samples, OddValues odd, SplittableRandom random) {
    this.operation = operation;
    this.trick = trick;
    this.samples = samples;
    this.odd = odd;
    this.random = random;
  }

  /** The body of a request that takes one. */
  byte[] make() {
    if (!Samples.takesJson(operation)) {
      contentType = random.nextBoolean() ? "text/csv" : "application/octet-stream";
      return trick == Trick.HUGE ? new byte[TOO_LARGE] : table();
    }
    JsonNode good = samples.body(operation, random);
    return switch (trick) {
      case VALUE -> written(replaced(good));
      case MISSING -> written(lacking(good));
      case EXTRA -> written(withMore(good));
      case TWICE -> utf8(twice(text(good)));
      case NO_OBJECT -> utf8(noObject(text(good)));
      case NESTED -> utf8(nested());
      case ENCODING -> wronglyEncoded(text(good));
      case HUGE -> huge(text(good));
      default -> written(good);
    };
  }

  /** What it is said to be. */
  String contentType() {
    return contentType;
  }

  /** Whether it is compressed, which a header has to say. */
  boolean isZipped() {
    return zipped;
  }

  private byte[] table() {
    return utf8(
        switch (random.nextInt(4)) {
          case 0 -> "日期,活动,人数\n2026-10-01,讲座,30\n";
          case 1 -> (odd.text(random) + ",").repeat(50) + "\n" + odd.text(random);
          case 2 -> "PK\u0003\u0004" + odd.text(random);
          default -> odd.text(random);
        });
  }

  /** With one value, anywhere in it, that is odd. */
  private JsonNode replaced(JsonNode root) {
    List<Runnable> places = new ArrayList<>();
    collect(root, odd.json(random), places);
    if (places.isEmpty()) {
      return odd.json(random);
    }
    pick(places, random).run();
    return root;
  }

  private static void collect(JsonNode node, JsonNode value, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        places.add(() -> object.set(name, value));
        collect(object.path(name), value, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, value));
        collect(array.get(i), value, places);
      }
    }
  }

  private JsonNode lacking(JsonNode root) {
    JsonNode inner = root instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : root;
    if (inner instanceof ObjectNode object && !object.isEmpty()) {
      object.remove(pick(List.copyOf(object.propertyNames()), random));
    }
    return root;
  }

  private JsonNode withMore(JsonNode root) {
    JsonNode inner = root instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : root;
    if (inner instanceof ObjectNode object) {
      List<String> names =
          List.of("__proto__", "constructor", "class", "@type", "id", "roles", "admin", "", "$ref");
      object.set(pick(names, random), odd.json(random));
    }
    return root;
  }

  private String twice(String json) {
    return json.startsWith("{\"")
        ? "{" + json.substring(1, json.length() - 1) + "," + json.substring(1)
        : json + json;
  }

  private String noObject(String json) {
    return switch (random.nextInt(10)) {
      case 0 -> "";
      case 1 -> "null";
      case 2 -> "[]";
      case 3 -> "\"" + odd.text(random).replaceAll("[\\p{Cntrl}\"\\\\]", "") + "\"";
      case 4 -> json.substring(0, random.nextInt(json.length()));
      case 5 -> json + ",";
      case 6 -> "[" + json + "," + json + "]";
      case 7 -> json + " " + json;
      case 8 -> "// a comment\n" + json;
      default -> odd.text(random);
    };
  }

  private String nested() {
    int depth = 100 << random.nextInt(8);
    int kept = Math.min(depth, 7500);
    return switch (random.nextInt(4)) {
      case 0 -> "[".repeat(kept);
      case 1 -> "[".repeat(kept) + "]".repeat(kept);
      case 2 -> "{\"a\":".repeat(Math.min(kept, 2500)) + "1" + "}".repeat(Math.min(kept, 2500));
      default -> "{\"question\":\"a\",\"content\":" + "[".repeat(kept) + "]".repeat(kept) + "}";
    };
  }

  private byte[] wronglyEncoded(String json) {
    return switch (random.nextInt(8)) {
      case 0 -> json.getBytes(StandardCharsets.UTF_16);
      case 1 -> json.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, utf8(json));
      case 3 -> json.getBytes(java.nio.charset.Charset.forName("GB18030"));
      case 4 -> broken(utf8(json));
      case 5 -> joined(utf8(json), new byte[] {0});
      case 6 -> {
        zipped = true;
        yield zipped(utf8(json));
      }
      default -> json.getBytes(java.nio.charset.Charset.forName("UTF-32"));
    };
  }

  private byte[] broken(byte[] bytes) {
    byte[][] wrong = {
      {(byte) 0xC0, (byte) 0xAE},
      {(byte) 0xFF},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xE9}
    };
    byte[] put = wrong[random.nextInt(wrong.length)];
    for (int i = 0; i < put.length && bytes.length > 0; i++) {
      bytes[Math.floorMod(random.nextInt() + i, bytes.length)] = put[i];
    }
    return bytes;
  }

  private byte[] huge(String json) {
    int size = random.nextInt(4) == 0 ? TOO_LARGE : JUST_TOO_LARGE;
    return joined(utf8(json), " ".repeat(size).getBytes(StandardCharsets.US_ASCII));
  }

  private String text(JsonNode node) {
    return (random.nextBoolean() ? ESCAPED : PLAIN).writeValueAsString(node);
  }

  private byte[] written(JsonNode node) {
    return utf8(text(node));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
