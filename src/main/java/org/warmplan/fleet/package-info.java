/**
 * What the operator owns and what could run on it: the fleet file, the catalogue of models and cards, and the rule that
 * says with how much VRAM a workload is planned on a class of cards. Every figure keeps its source.
 */
@NullMarked
package org.warmplan.fleet;

import org.jspecify.annotations.NullMarked;
