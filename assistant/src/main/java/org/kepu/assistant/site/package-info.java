/**
 * Web sites of others that may show the assistant, and what proves that a request comes from one.
 */
@NullMarked
package org.kepu.assistant.site;

import org.jspecify.annotations.NullMarked;
