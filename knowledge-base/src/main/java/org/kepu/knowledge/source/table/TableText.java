package org.kepu.knowledge.source.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kepu.knowledge.source.SourceFailureException;

/** Reads the bytes of a table as spreadsheets write them. */
final class TableText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TableText() {}

  /**
   * UTF-16 is told by its byte-order mark, UTF-8 by its rules, which text in GB18030 breaks.
   *
   * @throws SourceFailureException if it is none of them
   */
  static String of(byte[] content) {
    boolean wide =
        content.length > 1
            && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
                || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
    List<Charset> charsets =
        wide
            ? List.of(StandardCharsets.UTF_16)
            : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    for (Charset charset : charsets) {
      try {
        return withoutMark(
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString());
      } catch (CharacterCodingException e) {
        // The next encoding may be the one.
      }
    }
    throw new SourceFailureException("文字编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”", null);
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
