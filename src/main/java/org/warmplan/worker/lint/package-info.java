/**
 * What is wrong with an aiModels.json although a node may start with it: each finding has a code, a severity and a way out.
 * Those of {@link org.warmplan.worker.lint.FileLints} follow from file and flags alone; the others need figures: how much
 * memory a model takes, what its flags do, what it should cost, what lies on the disk.
 */
@NullMarked
package org.warmplan.worker.lint;

import org.jspecify.annotations.NullMarked;
