/** The commands: options in, one verb called, an exit code out. The only room with picocli, the clock and the terminal. */
@NullMarked
package org.warmplan.cli;

import org.jspecify.annotations.NullMarked;
