/** Sites that are asked for together: portfolios name them, regions hold those of an area. */
package org.skywatt.serving.group;
