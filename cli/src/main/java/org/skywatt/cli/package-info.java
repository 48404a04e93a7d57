/** The skywatt command: thin commands that call the modules. */
package org.skywatt.cli;
