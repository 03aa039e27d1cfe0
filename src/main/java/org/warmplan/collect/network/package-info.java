/** What gateways say the network offers. */
@NullMarked
package org.warmplan.collect.network;

import org.jspecify.annotations.NullMarked;
