/** Metered power: posted here, kept, and taken over by the pipeline. */
package org.skywatt.serving.generation;
