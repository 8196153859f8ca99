/** Accounts in a relational database, which all nodes share. */
@NullMarked
package org.kepu.assistant.account.jdbc;

import org.jspecify.annotations.NullMarked;
