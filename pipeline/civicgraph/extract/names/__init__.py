"""Names of things: bodies, posts, organisations, programmes, each found from the word that tells what it is."""
