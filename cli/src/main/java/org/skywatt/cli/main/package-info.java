/** Where the program starts: the tree of commands, and how a command ends. */
package org.skywatt.cli.main;
