package org.kepu.assistant.conversation.jdbc;

import java.util.Set;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a database that is not there from one that refuses a statement. */
final class Outage {

  /** Spring knows no codes of SQLite; the extended codes begin with these. */
  private static final Set<SQLiteErrorCode> SQLITE =
      Set.of(
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_CANTOPEN);

  private Outage() {}

  static boolean is(NestedRuntimeException e) {
    return e instanceof TransactionException
        || e instanceof NonTransientDataAccessResourceException
        || e instanceof TransientDataAccessException
        || e instanceof RecoverableDataAccessException
        || (e.getMostSpecificCause() instanceof SQLiteException sqlite
            && SQLITE.stream().anyMatch(code -> code.code == (sqlite.getResultCode().code & 0xff)));
  }
}
