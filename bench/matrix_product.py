"""Multiplies as many vectors of 512 numbers with each other as are asked for, in blocks of rows; called by the benchmark.

Prints the seconds that it took, the best of some rounds.
"""
import sys
import time

try:
    import numpy
except ImportError:
    sys.exit(3)

users, block = int(sys.argv[1]), int(sys.argv[2])
vectors = numpy.random.default_rng(1).standard_normal((users, 512), dtype="float32")
products = numpy.empty((block, users), dtype="float32")
best = float("inf")
for _ in range(1 if users > 20000 else 5):
    begun = time.perf_counter()
    for start in range(0, users, block):
        rows = vectors[start : start + block]
        numpy.matmul(rows, vectors.T, out=products[: len(rows)])
    best = min(best, time.perf_counter() - begun)
print(best)
