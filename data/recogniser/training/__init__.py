"""Training of the recogniser that ships: texts, their labels, and the model."""
