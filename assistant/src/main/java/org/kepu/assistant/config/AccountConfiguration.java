package org.kepu.assistant.config;

import java.time.InstantSource;
import org.kepu.assistant.account.AccountSettings;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.OidcAttempts;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.account.SignIn;
import org.kepu.assistant.account.Staff;
import org.kepu.assistant.account.jdbc.JdbcAccounts;
import org.kepu.assistant.account.jdbc.JdbcOidcAttempts;
import org.kepu.assistant.security.SecurityLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who may sign in. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  Accounts accounts(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcAccounts(jdbc, ledgerTransactions);
  }

  @Bean
  OidcAttempts oidcAttempts(JdbcClient jdbc) {
    return new JdbcOidcAttempts(jdbc);
  }

  @Bean
  SignIn signIn(Accounts accounts, SecurityLog log, AccountSettings settings, InstantSource clock) {
    return new SignIn(accounts, new Passwords(), log, settings, clock);
  }

  @Bean
  Staff staff(Accounts accounts, SecurityLog log, InstantSource clock) {
    return new Staff(accounts, log, clock);
  }
}
