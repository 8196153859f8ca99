/** Reads the articles of a MediaWiki dump as a stream. Runs in the forked process alone. */
@NullMarked
package org.kepu.knowledge.parse.wiki;

import org.jspecify.annotations.NullMarked;
