/**
 * Writes sets of course questions as files that other tools read: an exporter a format, behind one
 * port. Every file says where its items come from, that they were made by a machine, and whether a
 * person has reviewed them.
 */
@NullMarked
package org.kepu.assistant.educator.export;

import org.jspecify.annotations.NullMarked;
