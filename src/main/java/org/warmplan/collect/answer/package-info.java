/** What every source meets in answers: JSON read tolerantly, odd things counted, names of pipelines and models. */
@NullMarked
package org.warmplan.collect.answer;

import org.jspecify.annotations.NullMarked;
