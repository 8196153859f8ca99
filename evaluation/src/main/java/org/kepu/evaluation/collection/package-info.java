/** What editors ask of the collection: does it keep its rules, what is due, what to read again? */
@NullMarked
package org.kepu.evaluation.collection;

import org.jspecify.annotations.NullMarked;
