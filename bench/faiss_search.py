"""Searches the same vectors with FAISS, one at a time on one thread; called by the benchmark, which gives two files.

Both hold 512 numbers of single precision for each vector. Prints one line for each index: name, processor milliseconds,
milliseconds on the clock (median, 95th and 99th percentile), and the nearest vector of each probe.
"""
import os
import sys
import time

try:
    import faiss
    import numpy
except ImportError:
    sys.exit(3)

faces = numpy.fromfile(sys.argv[1], dtype="float32").reshape(-1, 512)
probes = numpy.fromfile(sys.argv[2], dtype="float32").reshape(-1, 512)


def measure(name, index):
    nearest, cpu, wall = [], [], []
    for probe in probes:
        before, begun = time.thread_time_ns(), time.perf_counter_ns()
        _, found = index.search(probe.reshape(1, -1), 10)
        wall.append((time.perf_counter_ns() - begun) / 1e6)
        cpu.append((time.thread_time_ns() - before) / 1e6)
        nearest.append(str(found[0][0]))
    times = [numpy.median(cpu), *numpy.percentile(wall, [50, 95, 99])]
    print(name, *(f"{value:.4f}" for value in times), ",".join(nearest), sep="\t", flush=True)


faiss.omp_set_num_threads(1)
flat = faiss.IndexFlatIP(512)
flat.add(faces)
measure("FAISS IndexFlatIP", flat)
del flat
if len(sys.argv) > 3:
    graph = faiss.IndexHNSWFlat(512, 16, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = 64
    faiss.omp_set_num_threads(os.cpu_count())
    graph.add(faces)
    faiss.omp_set_num_threads(1)
    for breadth in (100, 200, 400, 800, 1600, 3200, 6400):
        graph.hnsw.efSearch = breadth
        measure(f"FAISS HNSWFlat ef={breadth}", graph)
