/** {@code skywatt models}: the bundles there are. */
package org.skywatt.cli.models;
