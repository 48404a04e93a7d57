/**
 * Where published forecast runs are kept and how readers find the one they need, and when old ones
 * go.
 */
package org.skywatt.models.publish;
