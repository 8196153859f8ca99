/** Tables for people and figures for machines. */
@NullMarked
package org.kepu.evaluation.report;

import org.jspecify.annotations.NullMarked;
