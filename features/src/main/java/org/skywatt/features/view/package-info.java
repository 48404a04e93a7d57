/**
 * What can be known about a site at an issue time. A history holds everything ever recorded; a view
 * is cut from it by the as-of join, and formulas see nothing but views.
 */
package org.skywatt.features.view;
