/** The steps from files to a published run, shared by the commands and the demo. */
package org.skywatt.cli.pipeline;
