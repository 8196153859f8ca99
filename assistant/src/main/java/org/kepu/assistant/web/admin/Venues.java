package org.kepu.assistant.web.admin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.springframework.http.HttpStatus;

/** Which venues an account asks for, and may. */
final class Venues {

  private Venues() {}

  /**
   * The venues asked for: the one named, else all that the account is for.
   *
   * @return empty: all
   * @throws ApiException if the account is not for it
   */
  static Set<String> of(Account account, @Nullable String named) {
    String venue = Fields.identifier("venue", named);
    if (venue == null) {
      return account.venues();
    }
    mustSee(account, venue);
    return Set.of(venue);
  }

  /** Turns away whom a venue is no matter of. */
  static void mustSee(Account account, String venue) {
    if (!account.sees(venue)) {
      throw new ApiException(HttpStatus.FORBIDDEN, "venue_not_yours");
    }
  }

  /** Turns away who is bound to some venues. */
  static void mustSeeAll(Account account) {
    if (!account.seesEverything()) {
      throw new ApiException(HttpStatus.FORBIDDEN, "venue_not_yours");
    }
  }
}
