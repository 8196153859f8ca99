package org.kepu.assistant.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Source;
import org.kepu.assistant.ledger.sheet.Sheet.Problem;

/** Tables as people make them, and what they are told. */
class SheetTest {

  private static final String NAMES = String.join(",", Sheet.COLUMNS) + "\n";
  private static final String ROW = "R2,kjz-1,科技周开幕,科技周,milu,麋鹿苑,2026-05-20,闸机,\"1,320\",B,\n";
  private static final VenueNames VENUES =
      new VenueNames(
          List.of(
              new VenueNames.Venue("milu", "麋鹿苑", List.of("南海子麋鹿苑")),
              new VenueNames.Venue("planetarium", "北京天文馆", List.of("天文馆", "beijing planetarium"))));
  private static final Entry ENTRY =
      new Entry(
          Kind.OFFLINE,
          "kjz-1",
          "科技周开幕",
          "科技周",
          "milu",
          "麋鹿苑",
          LocalDate.parse("2026-05-20"),
          Source.GATE,
          1320,
          Grade.B,
          "");

  @Test
  void aRowIsAnEntryHoweverTheFileIsWritten() throws IOException {
    for (byte[] file :
        List.of(
            (NAMES + ROW).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + NAMES + ROW).getBytes(StandardCharsets.UTF_8),
            (NAMES + ROW).getBytes(Charset.forName("GB18030")),
            workbook())) {
      Sheet sheet = Sheet.read(file, VENUES);

      assertThat(sheet.problems()).isEmpty();
      assertThat(sheet.entries()).containsExactly(new Sheet.Numbered(2, ENTRY));
    }
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      Row names = workbook.createSheet().createRow(0);
      for (int i = 0; i < Sheet.COLUMNS.size(); i++) {
        names.createCell(i).setCellValue(Sheet.COLUMNS.get(i));
      }
      Row row = workbook.getSheetAt(0).createRow(1);
      List<String> cells = List.of("R2", "kjz-1", "科技周开幕", "科技周", "milu", "麋鹿苑");
      for (int i = 0; i < cells.size(); i++) {
        row.createCell(i).setCellValue(cells.get(i));
      }
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yy"));
      row.createCell(6).setCellValue(LocalDate.parse("2026-05-20"));
      row.getCell(6).setCellStyle(day);
      row.createCell(7).setCellValue("闸机");
      row.createCell(8).setCellValue(1320);
      row.createCell(9).setCellValue("B");
      workbook.write(file);
      return file.toByteArray();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R9,a,t,,,u,2026-05-20,闸机,1,B, | 类别 | unknown | R9",
        "R2,,t,,,u,2026-05-20,闸机,1,B, | 编号 | missing | ''",
        "R2,a,t,,,u,2026-02-30,闸机,1,B, | 日期 | malformed | 2026-02-30",
        "R2,a,t,,,u,昨天,闸机,1,B, | 日期 | malformed | 昨天",
        "R2,a,t,,,u,2026-05-20,听说,1,B, | 来源 | unknown | 听说",
        "R2,a,t,,,u,2026-05-20,闸机,很多,B, | 数量 | malformed | 很多",
        "R2,a,t,,,u,2026-05-20,闸机,-5,B, | 数量 | malformed | -5",
        "R2,a,t,,,u,2026-05-20,闸机,1,A, | 证据等级 | unknown | A",
        "R2,a,t,,,u,2026-05-20,人工,1,C, | 证据 | evidence_missing | C",
        "图书,9787020002208,t,,,u,2026-05-20,,,C,x | 编号 | isbn_malformed | 9787020002208",
        "R2,a,t,,水族馆,u,2026-05-20,闸机,1,B, | 场馆 | venue_unknown | 水族馆（milu 麋鹿苑、planetarium 北京天文馆）"
      })
  void aRowThatSaysNothingIsNamedWithTheReason(
      String row, String column, String code, String value) {
    Sheet sheet = Sheet.read((NAMES + ROW + row).getBytes(StandardCharsets.UTF_8), VENUES);

    assertThat(sheet.problems()).containsExactly(new Problem(3, column, code, value));
    assertThat(sheet.entries()).hasSize(1);
  }

  @Test
  void aControlCharacterIsNamedWithItsRowAndColumn() {
    String rows =
        "R2,a,\"甲\n乙\",,,u,2026-05-20,闸机,1,B,\n"
            + "R2,a,t,甲\u0000乙,,u,2026-05-20,闸机,1,B,\n"
            + "R2,a\u0007b,t,,,u,2026-05-20,闸机,1,B,\n";

    assertThat(Sheet.read((NAMES + rows).getBytes(StandardCharsets.UTF_8), VENUES).problems())
        .containsExactly(
            new Problem(2, "名称", "control_character", "U+000A"),
            new Problem(3, "项目", "control_character", "U+0000"),
            new Problem(4, "编号", "control_character", "U+0007"));
  }

  @ParameterizedTest
  @CsvSource({
    "milu, milu",
    "Milu, milu",
    "麋鹿苑, milu",
    "天文馆, planetarium",
    "Beijing Planetarium, planetarium",
    "'', ''"
  })
  void aVenueIsNamedByItsIdOrByWhatPeopleCallIt(String name, String id) {
    String row = "R2,a,t,,%s,u,2026-05-20,闸机,1,B,\n".formatted(name);

    Sheet sheet = Sheet.read((NAMES + row).getBytes(StandardCharsets.UTF_8), VENUES);

    assertThat(sheet.entries().getFirst().entry().venue()).isEqualTo(id);
  }

  @Test
  void theSameEntryTwiceInATableIsAMistake() {
    assertThat(Sheet.read((NAMES + ROW + ROW).getBytes(StandardCharsets.UTF_8), VENUES).problems())
        .containsExactly(new Problem(3, "编号", "twice", "kjz-1"));
  }

  @Test
  void booksNeedNoAmountAndDaysMayBeWrittenInChinese() {
    Sheet sheet =
        Sheet.read(
            (NAMES + "图书,978-7-02-000220-7,麋鹿,,,出版社,2026年5月2日,,,C,版权页")
                .getBytes(StandardCharsets.UTF_8),
            VENUES);

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.entries().getFirst().entry().kind()).isEqualTo(Kind.BOOK);
    assertThat(sheet.entries().getFirst().entry().item()).isEqualTo("9787020002207");
    assertThat(sheet.entries().getFirst().entry().amount()).isEqualTo(1);
  }

  @Test
  void whatIsNoTableIsNotRead() {
    assertThatThrownBy(() -> Sheet.read(new byte[] {'P', 'K', 3, 4, 0, 0}, VENUES))
        .isInstanceOf(UnreadableException.class);
  }
}
