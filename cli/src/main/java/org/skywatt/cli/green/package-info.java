/** {@code skywatt green}: when work would be greenest. */
package org.skywatt.cli.green;
