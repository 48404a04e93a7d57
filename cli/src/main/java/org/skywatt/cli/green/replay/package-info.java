/** {@code skywatt green replay}: published experiments on the planner, from their files. */
package org.skywatt.cli.green.replay;
