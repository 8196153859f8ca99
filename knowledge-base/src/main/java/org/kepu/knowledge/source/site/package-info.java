/** Web sites, by their sitemaps, fetched politely and from public addresses alone. */
@NullMarked
package org.kepu.knowledge.source.site;

import org.jspecify.annotations.NullMarked;
