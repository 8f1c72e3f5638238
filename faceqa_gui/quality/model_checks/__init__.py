"""Checks of a model from elsewhere, in the order in which `quality.model_import` makes them."""
