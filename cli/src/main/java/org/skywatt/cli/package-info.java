/**
 * What the commands share: the data folder, sessions, progress, JSON, and how a command fails. The
 * commands themselves lie in packages of their own; {@link org.skywatt.cli.main} joins them.
 */
package org.skywatt.cli;
