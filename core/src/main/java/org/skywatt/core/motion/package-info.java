/**
 * How clouds move over an image, and where they will be: dense optical flow, semi-Lagrangian
 * advection, and nowcasts that learn from past images how fast each scale of cloud is forgotten.
 * Arrays in, arrays out.
 */
package org.skywatt.core.motion;
