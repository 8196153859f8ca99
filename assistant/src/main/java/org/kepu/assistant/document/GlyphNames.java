package org.kepu.assistant.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Says which character each glyph of a document stands for, so that it can be searched and copied.
 * PDFBox takes the first character a glyph has in its font, and in Chinese fonts that is often a
 * radical of the same shape: 月 would be copied as ⽉ (U+2F49).
 */
final class GlyphNames {

  /** A block of a CMap has no more (Adobe Technical Note 5411). */
  private static final int BLOCK = 100;

  private final String cmap;

  private GlyphNames(String cmap) {
    this.cmap = cmap;
  }

  /**
   * @param characters by the glyph's number
   */
  static GlyphNames of(SortedMap<Integer, Integer> characters) {
    StringBuilder cmap =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Map.Entry<Integer, Integer>> entries = new ArrayList<>(characters.entrySet());
    for (int from = 0; from < entries.size(); from += BLOCK) {
      List<Map.Entry<Integer, Integer>> block =
          entries.subList(from, Math.min(entries.size(), from + BLOCK));
      cmap.append(block.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, Integer> entry : block) {
        String character =
            HexFormat.of()
                .withUpperCase()
                .formatHex(
                    Character.toString(entry.getValue()).getBytes(StandardCharsets.UTF_16BE));
        cmap.append("<%04X> <%s>%n".formatted(entry.getKey(), character));
      }
      cmap.append("endbfchar\n");
    }
    cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return new GlyphNames(cmap.toString());
  }

  /** The document with its glyphs named. */
  byte[] in(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file);
        ByteArrayOutputStream named = new ByteArrayOutputStream()) {
      COSStream names = document.getDocument().createCOSStream();
      try (OutputStream stream = names.createOutputStream(COSName.FLATE_DECODE)) {
        stream.write(cmap.getBytes(StandardCharsets.US_ASCII));
      }
      for (PDPage page : document.getPages()) {
        PDResources resources = page.getResources();
        for (COSName font : resources.getFontNames()) {
          resources.getFont(font).getCOSObject().setItem(COSName.TO_UNICODE, names);
        }
      }
      document.save(named);
      return named.toByteArray();
    }
  }
}
