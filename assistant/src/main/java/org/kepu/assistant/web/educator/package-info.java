/** The educator's studio over HTTP: sets of course questions, and the page they are worked on. */
@NullMarked
package org.kepu.assistant.web.educator;

import org.jspecify.annotations.NullMarked;
