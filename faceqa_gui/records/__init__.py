"""What a capture leaves behind."""
