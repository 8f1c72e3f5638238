"""The face-quality network: labels, architecture, model files and the runtimes that run it."""
