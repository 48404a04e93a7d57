/** {@code skywatt check}: what is wrong with a file of data, before it is taken in. */
package org.skywatt.cli.check;
