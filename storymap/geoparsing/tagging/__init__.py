"""Recognition by a model trained for it, run with NumPy alone."""
