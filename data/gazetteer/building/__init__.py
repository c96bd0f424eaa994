"""Turning the sources into places with their names; one module per kind of place."""
