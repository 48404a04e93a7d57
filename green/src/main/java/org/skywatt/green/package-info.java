/** The planner of green hours: windows of expected green energy. No framework in it. */
package org.skywatt.green;
