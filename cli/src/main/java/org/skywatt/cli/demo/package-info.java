/** {@code skywatt demo}: everything, end to end, on a simulated world. */
package org.skywatt.cli.demo;
