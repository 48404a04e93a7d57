/** Where published forecast runs are kept and how readers find the one they need. */
package org.skywatt.models.publish;
