/**
 * What was done beside this service, as units report it: activities, participants, media, books.
 */
@NullMarked
package org.kepu.assistant.ledger;

import org.jspecify.annotations.NullMarked;
