"""UV devices behind one protocol."""
