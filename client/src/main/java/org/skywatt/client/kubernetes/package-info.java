/** Jobs of a Kubernetes cluster, suspended and resumed in green hours by their annotations. */
package org.skywatt.client.kubernetes;
