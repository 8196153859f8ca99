/** “This is wrong”: what visitors report about answers, each report a ticket with a number. */
@NullMarked
package org.kepu.assistant.correction;

import org.jspecify.annotations.NullMarked;
