"""The SPARQL endpoint, and the page to ask from."""
