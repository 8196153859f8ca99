package org.kepu.knowledge.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Writes small PDF files in Chinese, by hand: their font is one that every reader knows. */
public final class TestPdf {

  private final List<StringBuilder> pages = new ArrayList<>();
  private String trailer = "";

  public TestPdf page() {
    pages.add(new StringBuilder());
    return this;
  }

  /** Text at a place, in points from the left and from the bottom of a page of 595 by 842. */
  public TestPdf text(double left, double bottom, double size, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    pages
        .getLast()
        .append(
            String.format(
                Locale.ROOT, "BT /F1 %.1f Tf %.1f %.1f Td <%s> Tj ET\n", size, left, bottom, hex));
    return this;
  }

  /** A picture that fills the page. */
  public TestPdf picture() {
    pages.getLast().append("q 595 0 0 842 0 0 cm /Im1 Do Q\n");
    return this;
  }

  /** Says that the file is encrypted with a password. */
  public TestPdf encrypted() {
    String hash = "<" + "00".repeat(32) + ">";
    trailer =
        " /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O %s /U %s >>"
            .formatted(hash, hash);
    return this;
  }

  public byte[] bytes() {
    List<String> objects = new ArrayList<>();
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(6 + 2 * i).append(" 0 R ");
    }
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
    objects.add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
            + " /DescendantFonts [4 0 R] >>");
    objects.add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type"
            + " /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]"
            + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>");
    objects.add(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
            + " /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream");
    for (int i = 0; i < pages.size(); i++) {
      objects.add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >>"
              + " /XObject << /Im1 5 0 R >> >> /Contents %d 0 R >>".formatted(7 + 2 * i));
      objects.add(
          "<< /Length %d >>\nstream\n%s\nendstream".formatted(pages.get(i).length(), pages.get(i)));
    }
    return file(objects, trailer);
  }

  /** A file of these objects, numbered from 1; the first is its catalogue. */
  public static byte[] file(List<String> objects, String trailer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < objects.size(); i++) {
      places.add(out.size());
      out.writeBytes(
          "%d 0 obj\n%s\nendobj\n"
              .formatted(i + 1, objects.get(i))
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    int table = out.size();
    StringBuilder end =
        new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
    places.forEach(place -> end.append("%010d 00000 n \n".formatted(place)));
    end.append(
        "trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(objects.size() + 1, trailer, table));
    out.writeBytes(end.toString().getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
