/**
 * The go-livepeer worker as code: what it reads out of an aiModels.json, which container lands on which slot when it
 * starts, where the start would stop and with which words, and the file to hand over. Whatever is published has passed
 * through here, because one wrong entry keeps a node from starting at all.
 */
@NullMarked
package org.warmplan.worker;

import org.jspecify.annotations.NullMarked;
