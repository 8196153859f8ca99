/** Imported ledgers in a relational database. */
@NullMarked
package org.kepu.assistant.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
