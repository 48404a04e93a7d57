/**
 * Taking or refusing work as it arrives, by whether green power will do it before its deadline
 * (after Wiesner et al. 2022, "Cucumber: Renewable-Aware Admission Control for Delay-Tolerant Cloud
 * and Edge Workloads").
 */
package org.skywatt.green.admission;
