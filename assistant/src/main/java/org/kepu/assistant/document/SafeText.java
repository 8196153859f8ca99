package org.kepu.assistant.document;

/** Text as formats can hold it. */
public final class SafeText {

  private SafeText() {}

  /** The text without the characters that XML has no place for. */
  public static String xml(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /**
   * A cell of a table that a spreadsheet may open. OWASP, “CSV Injection”: these characters begin a
   * formula, so an apostrophe stands before them.
   */
  public static String defused(String cell) {
    return cell.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
  }
}
