/** {@code skywatt train}, {@code skywatt forecast} and {@code skywatt models}. */
package org.skywatt.cli.model;
