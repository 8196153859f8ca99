/** Who may do what with the service: accounts, their sessions, the links that begin them. */
@NullMarked
package org.kepu.assistant.account;

import org.jspecify.annotations.NullMarked;
