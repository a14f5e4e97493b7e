"""civicgraph: from council minutes to a knowledge graph in which every fact shows the words it came from."""

__version__ = "0.1.0"
