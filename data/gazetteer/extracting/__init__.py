"""Taking facts out of published packages, once, into the text files that the build reads."""
