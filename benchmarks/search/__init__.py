"""What benchmarks/search.py measures with."""
