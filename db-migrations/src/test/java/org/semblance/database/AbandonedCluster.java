package org.semblance.database;

/** A test run that is killed: starts a server, tells where, and ends without a chance to clean up. */
final class AbandonedCluster {
    private AbandonedCluster() {}

    public static void main(String[] args) {
        System.out.println(PrivateCluster.start().path());
        System.out.flush();
        Runtime.getRuntime().halt(137);
    }
}
