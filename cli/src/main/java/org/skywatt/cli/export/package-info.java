/** {@code skywatt export}: rows for analysts, in files that the service sends and streams. */
package org.skywatt.cli.export;
