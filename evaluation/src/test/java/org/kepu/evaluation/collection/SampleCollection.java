package org.kepu.evaluation.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kepu.knowledge.collection.CollectionFolder;

/** A collection of one article and one variant, too small to keep the rules. */
final class SampleCollection {

  private SampleCollection() {}

  static CollectionFolder in(Path folder) throws IOException {
    write(folder, "taxonomy.yaml", "astronomy: {name: 天文, topics: {moon: 月球, sun: 太阳}}");
    write(
        folder,
        "names.yaml",
        "[{id: moon, name: 月球, kind: body, common: [月亮], english: [Moon], documents: [moon]}]");
    write(folder, "illustrations.yaml", "[]");
    write(
        folder,
        "astronomy/moon.md",
        document(
            "moon",
            "venues: [planetarium]\naudience: general\nreviewBy: 2027-06-30\nvalidTo: 2027-06-01",
            "## 月球有多大？\n\n月球的直径约3474千米。\n\n## 月球有水吗？\n\n月球两极有水冰。\n"));
    write(
        folder,
        "child/moon-child.md",
        document(
            "moon-child",
            "venues: []\naudience: child\nvariantOf: moon\nreviewBy: 2026-12-24",
            "## 月球有多大？\n\n月球的直径约3474千米。\n"));
    return CollectionFolder.read(folder);
  }

  private static String document(String id, String keys, String body) {
    return """
        ---
        id: %s
        title: 月球
        topics: [astronomy, moon]
        %s
        sources: [《中国大百科全书》]
        licence: CC BY 4.0
        reviewedOn: 2026-11-23
        ---
        # 月球

        %s"""
        .formatted(id, keys, body);
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
