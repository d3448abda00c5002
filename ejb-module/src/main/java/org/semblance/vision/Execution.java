package org.semblance.vision;

/**
 * What models run on.
 *
 * @param threads within one inference; more than one rarely pays, as several analyses run at once
 */
public record Execution(Device device, int threads) {

    /** A kind of processor. */
    public enum Device {
        CPU,
        /** The first graphics processor by NVIDIA. */
        CUDA
    }

    public static Execution onCpu(int threads) {
        return new Execution(Device.CPU, threads);
    }
}
