package org.kepu.assistant.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.Staff;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the API × every role × the venue: allowed exactly where {@code
 * permissions.tsv} says so. An operation that the table lacks fails the test by its name.
 */
@ServiceTest
class PermissionsIT {

  private static final Set<Integer> REFUSALS = Set.of(401, 403);

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void theTableHasEveryOperationOfTheApiAndNoOther() {
    Set<String> described = new TreeSet<>();
    JsonNode paths = client.get("/v3/api-docs").json().path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        described.add(method.toUpperCase(Locale.ROOT) + " " + path);
      }
    }

    assertThat(described).hasSizeGreaterThan(15);
    assertThat(new TreeSet<>(table().keySet())).isEqualTo(described);
  }

  @Test
  void everyRoleIsLetThroughExactlyWhereTheTableSaysSo() {
    List<String> wrong = new ArrayList<>();
    for (Row row : table().values()) {
      check(row, "anybody", Staff.nobody(client), "milu", row.roles().isEmpty(), wrong);
      for (Role role : Role.values()) {
        boolean expected = row.roles().isEmpty() || row.roles().contains(role);
        // Everybody comes anew: one of the operations signs out.
        Staff staff = Staff.with(client, accounts, Set.of(role));
        check(row, role.code(), staff, "milu", expected, wrong);
      }
    }

    assertThat(wrong).as("who was let through, or turned away, against the table").isEmpty();
  }

  @Test
  void whoIsBoundToAVenueIsLetThroughToItAlone() {
    List<String> wrong = new ArrayList<>();
    for (Row row : table().values()) {
      if (row.scope() == Scope.NONE) {
        continue;
      }
      Role role = row.roles().iterator().next();
      Staff ofMilu = Staff.with(client, accounts, Set.of(role), "milu");
      String who = role.code() + " of milu";
      if (row.scope() == Scope.ALL) {
        check(row, who, ofMilu, "milu", false, wrong);
      } else {
        check(row, who + ", for milu", ofMilu, "milu", true, wrong);
        check(row, who + ", for nature", ofMilu, "nature", false, wrong);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static void check(
      Row row, String who, Staff staff, String venue, boolean expected, List<String> wrong) {
    String path = row.path(venue);
    Response response =
        row.method().equals("GET")
            ? staff.get(path)
            : staff.send(row.method(), path, row.body(venue));
    // An answer that is no refusal, were it that nothing is there, says: let through.
    boolean allowed = !REFUSALS.contains(response.status()) || row.refusesOtherwise(response);
    if (allowed != expected) {
      wrong.add(
          "%s %s: %s → %d %s, not %s"
              .formatted(
                  row.method(),
                  path,
                  who,
                  response.status(),
                  response.json().path("code").asString(""),
                  expected ? "let through" : "turned away"));
    }
  }

  private static Map<String, Row> table() {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : lines()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Row row = Row.of(line.split("\t", -1));
        rows.put(row.method() + " " + row.path(), row);
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try (var stream = PermissionsIT.class.getResourceAsStream("permissions.tsv")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum Scope {
    /** No venue plays a part. */
    NONE,
    /** Only for accounts of all venues. */
    ALL,
    /** The request names a venue, which must be the account's. */
    VENUE
  }

  /** An operation. {@code {venue}} in its request is the venue asked for. */
  private record Row(String method, String path, Set<Role> roles, Scope scope, String request) {

    static Row of(String[] cells) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      if (!cells[2].equals("anybody")) {
        for (String code : cells[2].split("[ ,]+")) {
          roles.add(Role.of(code));
        }
      }
      return new Row(
          cells[0],
          cells[1],
          roles,
          Scope.valueOf(cells[3].toUpperCase(Locale.ROOT)),
          cells.length > 4 ? cells[4] : "");
    }

    /** Something is asked for that is not there, and nothing is changed. */
    String path(String venue) {
      String asked = path.replaceAll("\\{[^}]+}", "0198a000-0000-7000-8000-000000000000");
      return request.startsWith("?") ? asked + request.replace("{venue}", venue) : asked;
    }

    String body(String venue) {
      return request.startsWith("{") ? request.replace("{venue}", venue) : "{}";
    }

    /** These say 403 for another reason than the role. */
    boolean refusesOtherwise(Response response) {
      String code = response.json().path("code").asString("");
      return roles.isEmpty()
          && Set.of(
                  "operator_code_wrong",
                  "pairing_code_wrong",
                  "terminal_not_paired",
                  "sign_in_failed",
                  "link_invalid",
                  "not_signed_in")
              .contains(code);
    }
  }
}
