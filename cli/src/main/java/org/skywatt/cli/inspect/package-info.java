/** {@code skywatt inspect}: what a file holds. */
package org.skywatt.cli.inspect;
