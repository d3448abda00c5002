package org.semblance.gallery.search;

/** The fake keeps the contract that it stands in for. */
class BruteForceEmbeddingStoreTest extends EmbeddingStoreContract {
    private final BruteForceEmbeddingStore store = new BruteForceEmbeddingStore();

    @Override
    TestedStore store() {
        return store;
    }
}
