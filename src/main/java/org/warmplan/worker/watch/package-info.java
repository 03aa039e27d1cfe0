/**
 * What a go-livepeer worker does after its start, read from what it and its runners log, from docker's list of containers
 * and from what the network shows; and the verdict on every slot that a plan warms. A line is known by the words that
 * go-livepeer or ai-runner print, and only those words and the names in them are ever shown again: a log may hold secrets.
 */
@NullMarked
package org.warmplan.worker.watch;

import org.jspecify.annotations.NullMarked;
