/**
 * What written documents of every kind share: characters a format has no place for, a font that
 * travels along, the label that says a machine made them.
 */
@NullMarked
package org.kepu.assistant.document;

import org.jspecify.annotations.NullMarked;
