/** Time in UTC, the interval law and the as-of law (docs/architecture.md). */
package org.skywatt.core.time;
