/** What concerns every answer over HTTP, and the page. */
package org.skywatt.serving.web;
