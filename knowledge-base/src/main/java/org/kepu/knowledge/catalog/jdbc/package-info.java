/** The catalogue in a database. */
@NullMarked
package org.kepu.knowledge.catalog.jdbc;

import org.jspecify.annotations.NullMarked;
