/**
 * Remembers what the sources said and when, and answers "what was seen up to then". Snapshots are only ever added; what
 * cannot be read any more is counted and passed over.
 */
@NullMarked
package org.warmplan.history;

import org.jspecify.annotations.NullMarked;
