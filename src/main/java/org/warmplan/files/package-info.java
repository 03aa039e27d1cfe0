/**
 * Files as they come and go: text with limits, JSON and YAML read strictly with the place of every mistake, writes that
 * are whole or not at all. The only room with SnakeYAML.
 */
@NullMarked
package org.warmplan.files;

import org.jspecify.annotations.NullMarked;
