/** What people and other programs read: the report, the summary, plan.json. Publishes a plan whole or not at all. */
@NullMarked
package org.warmplan.report;

import org.jspecify.annotations.NullMarked;
