package org.kepu.assistant.config;

import org.kepu.assistant.account.AccountSettings;
import org.kepu.assistant.account.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the service how to make the first account. There is no password that comes
 * with it. The secret stands after the #, which browsers send to nobody.
 */
@Component
class SetUpLink {

  private static final Logger log = LoggerFactory.getLogger(SetUpLink.class);

  private final SignIn signIn;
  private final AccountSettings settings;
  private final ApplicationContext context;

  SetUpLink(SignIn signIn, AccountSettings settings, ApplicationContext context) {
    this.signIn = signIn;
    this.settings = settings;
    this.context = context;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    signIn
        .setUpLink()
        .ifPresent(
            link ->
                log.info(
                    "No account yet. This link makes the first one, once, within {} h: http://localhost:{}/admin#setup={}",
                    settings.setUpLink().toHours(),
                    port(),
                    link));
  }

  private int port() {
    return context instanceof WebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : -1;
  }
}
