/** The published runs that the service answers from. */
package org.skywatt.serving.run;
