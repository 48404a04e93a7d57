/** {@code skywatt train} and {@code skywatt forecast}. */
package org.skywatt.cli.model;
