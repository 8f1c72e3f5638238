"""Qt threads that carry the engine's work to the windows."""
