package org.kepu.assistant.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.AccountName;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.account.SignIn;
import org.kepu.assistant.account.Staff;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The accounts and what was done with them, for administrators of all venues. */
@RestController
@Tag(name = "Administration")
final class StaffRoutes {

  private static final int MOST_ENTRIES = 200;
  private static final int LONGEST_DISPLAY_NAME = 64;
  private static final int MOST_VENUES = 50;

  private final Staff staff;
  private final SignIn signIn;
  private final SecurityLog log;
  private final Scheduler blocking;

  StaffRoutes(Staff staff, SignIn signIn, SecurityLog log, Scheduler blocking) {
    this.staff = staff;
    this.signIn = signIn;
    this.log = log;
    this.blocking = blocking;
  }

  @Operation(summary = "List the accounts")
  @GetMapping("/api/v1/admin/accounts")
  Mono<List<AccountBody>> accounts(@SignedIn Account by) {
    ofAllVenues(by);
    return Mono.fromCallable(() -> staff.all().stream().map(AccountBody::of).toList())
        .subscribeOn(blocking);
  }

  @Operation(summary = "Add an account; its link, or the institution’s own sign-in, opens it")
  @PostMapping("/api/v1/admin/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Linked> add(@SignedIn Account by, @RequestBody NewAccount body) {
    ofAllVenues(by);
    String name =
        AccountName.of(body.name() == null ? "" : body.name())
            .orElseThrow(() -> ApiException.badRequest("account_name"));
    Set<Role> roles = roles(body.roles());
    Set<String> venues = venues(body.venues());
    String displayName = displayName(body.displayName());
    return Mono.fromCallable(
            () -> {
              Account added =
                  staff
                      .add(name, displayName, roles, venues, by)
                      .orElseThrow(
                          () -> new ApiException(HttpStatus.CONFLICT, "account_exists", name));
              return new Linked(AccountBody.of(added), signIn.passwordLink(added, by));
            })
        .subscribeOn(blocking);
  }

  @Operation(summary = "Change what an account may do; its sessions end")
  @PutMapping("/api/v1/admin/accounts/{id}")
  Mono<AccountBody> change(
      @SignedIn Account by, @PathVariable UUID id, @RequestBody ChangedAccount body) {
    ofAllVenues(by);
    Set<Role> roles = roles(body.roles());
    Set<String> venues = venues(body.venues());
    String displayName = displayName(body.displayName());
    boolean active = body.active() == null || body.active();
    return Mono.fromCallable(
            () ->
                switch (staff.change(id, displayName, roles, venues, active, by)) {
                  case CHANGED -> AccountBody.of(known(id));
                  case UNKNOWN -> throw ApiException.notFound("account_unknown");
                  case LAST_ADMIN -> throw new ApiException(HttpStatus.CONFLICT, "last_admin");
                })
        .subscribeOn(blocking);
  }

  @Operation(summary = "Make a link that lets somebody set their password, once")
  @PostMapping("/api/v1/admin/accounts/{id}/link")
  Mono<Linked> link(@SignedIn Account by, @PathVariable UUID id) {
    ofAllVenues(by);
    return Mono.fromCallable(
            () -> {
              Account account = known(id);
              return new Linked(AccountBody.of(account), signIn.passwordLink(account, by));
            })
        .subscribeOn(blocking);
  }

  @Operation(summary = "Read what was done to the service, newest first")
  @GetMapping("/api/v1/admin/security-log")
  Mono<Entries> securityLog(
      @SignedIn Account by, @RequestParam(required = false) @Nullable Long before) {
    ofAllVenues(by);
    return Mono.fromCallable(
            () ->
                new Entries(
                    log.newest(before == null ? Long.MAX_VALUE : before, MOST_ENTRIES),
                    log.firstBroken().isEmpty()))
        .subscribeOn(blocking);
  }

  private Account known(UUID id) {
    return staff.find(id).orElseThrow(() -> ApiException.notFound("account_unknown"));
  }

  /** Who is bound to venues could else make an account that is not. */
  private static void ofAllVenues(Account by) {
    if (!by.seesEverything()) {
      throw new ApiException(HttpStatus.FORBIDDEN, "venue_not_yours");
    }
  }

  private static Set<Role> roles(@Nullable List<String> codes) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : codes == null ? List.<String>of() : codes) {
      try {
        roles.add(Role.valueOf(String.valueOf(code).toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw ApiException.badRequest("account_roles");
      }
    }
    if (roles.isEmpty()) {
      throw ApiException.badRequest("account_roles");
    }
    return roles;
  }

  private static Set<String> venues(@Nullable List<String> named) {
    Set<String> venues = new TreeSet<>();
    for (String name : named == null ? List.<String>of() : named) {
      String venue = Fields.identifier("venues", name);
      if (venue != null) {
        venues.add(venue);
      }
    }
    if (venues.size() > MOST_VENUES) {
      throw ApiException.badRequest("malformed_request");
    }
    return venues;
  }

  private static String displayName(@Nullable String written) {
    String name = written == null ? "" : written.strip();
    if (name.length() > LONGEST_DISPLAY_NAME) {
      throw ApiException.badRequest("account_name");
    }
    return name;
  }

  /** What an account begins as. */
  record NewAccount(
      @Nullable String name,
      @Nullable String displayName,
      @Nullable List<String> roles,
      @Nullable List<String> venues) {}

  /** What an account becomes. */
  record ChangedAccount(
      @Nullable String displayName,
      @Nullable List<String> roles,
      @Nullable List<String> venues,
      @Nullable Boolean active) {}

  /** An account and the secret of its link, which is shown once. */
  record Linked(AccountBody account, String link) {}

  /**
   * Entries of the log.
   *
   * @param whole whether no entry was changed or taken out
   */
  record Entries(List<SecurityLog.Entry> entries, boolean whole) {}
}
