/** What the job tester measured. */
@NullMarked
package org.warmplan.collect.leaderboard;

import org.jspecify.annotations.NullMarked;
