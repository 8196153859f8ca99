package org.kepu.assistant.web;

import java.util.UUID;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.security.SecurityLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets conversations, and keeps in the security log that it was done. Its calls block. */
@Component
public final class Forgetting {

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final TurnLedger ledger;
  private final SecurityLog securityLog;

  Forgetting(TurnLedger ledger, SecurityLog securityLog) {
    this.ledger = ledger;
    this.securityLog = securityLog;
  }

  public void forget(UUID conversationId) {
    ledger.forget(conversationId.toString());
    try {
      securityLog.append(SecurityLog.Act.CONVERSATION_FORGOTTEN, conversationId.toString());
    } catch (RuntimeException e) {
      // It is forgotten all the same; a visitor is not told of our book-keeping.
      log.warn("The security log cannot be written: {}", e.toString());
    }
  }
}
