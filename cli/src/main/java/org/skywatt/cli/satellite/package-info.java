/** {@code skywatt satellite}: what is done with sequences of satellite images. */
package org.skywatt.cli.satellite;
