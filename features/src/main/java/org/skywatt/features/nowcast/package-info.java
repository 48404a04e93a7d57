/** Features for the next hours of one plant, from its own measurements interval by interval. */
package org.skywatt.features.nowcast;
