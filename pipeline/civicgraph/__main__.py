"""`python -m civicgraph`."""

from civicgraph.cli import main

if __name__ == "__main__":
    main()
