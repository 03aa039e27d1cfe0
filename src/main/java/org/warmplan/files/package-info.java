/**
 * Files as they come and go: text with limits, JSON and YAML read strictly with the place of every mistake, writes that
 * are whole or not at all. The only room with SnakeYAML,
 * the JSON Schema validator and the JSON Patch library.
 */
@NullMarked
package org.warmplan.files;

import org.jspecify.annotations.NullMarked;
