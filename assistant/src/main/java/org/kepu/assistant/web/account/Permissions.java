package org.kepu.assistant.web.account;

import static org.kepu.assistant.account.Role.ADMIN;
import static org.kepu.assistant.account.Role.ANALYST;
import static org.kepu.assistant.account.Role.CURATOR;
import static org.kepu.assistant.account.Role.EDUCATOR;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Role;
import org.springframework.http.HttpMethod;

/**
 * Which role is let through to which calls: the first rule that fits. What no rule fits is closed.
 * What belongs to a venue is looked at where it is known which.
 */
final class Permissions {

  static final List<Rule> RULES =
      List.of(
          new Rule(null, "/api/v1/educator/**", EDUCATOR, ADMIN),
          new Rule(null, "/api/v1/admin/accounts/**", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/security-log", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/metrics/**", ADMIN, CURATOR, ANALYST),
          new Rule(HttpMethod.GET, "/api/v1/admin/gaps", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/gaps/**", ADMIN, CURATOR),
          new Rule(null, "/api/v1/admin/corrections/**", ADMIN, CURATOR),
          new Rule(HttpMethod.GET, "/api/v1/admin/terminals", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/terminals/**", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/documents", ADMIN, CURATOR),
          new Rule(HttpMethod.GET, "/api/v1/admin/ledgers", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/ledgers", ADMIN, CURATOR),
          new Rule(HttpMethod.GET, "/api/v1/admin/ledgers/evidence/**", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/ledgers/evidence", ADMIN, CURATOR),
          new Rule(HttpMethod.GET, "/api/v1/admin/activities", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/activities/**", ADMIN, CURATOR),
          new Rule(null, "/api/v1/admin/programmes/**", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/reports/*/statements", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/reports/**", ADMIN, ANALYST),
          new Rule(null, "/api/v1/admin/reports/**", ADMIN),
          new Rule(HttpMethod.GET, "/api/v1/admin/plans", ADMIN, CURATOR, ANALYST),
          new Rule(null, "/api/v1/admin/plans/**", ADMIN));

  private Permissions() {}

  /**
   * A rule.
   *
   * @param method null: all of them
   */
  record Rule(@Nullable HttpMethod method, String path, Role... roles) {

    String[] authorities() {
      return List.of(roles).stream().map(Enum::name).toArray(String[]::new);
    }
  }
}
