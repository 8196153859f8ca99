/** Activities and programmes in a relational database. */
@NullMarked
package org.kepu.assistant.activity.jdbc;

import org.jspecify.annotations.NullMarked;
