"""Recipes: what the papers say, and when the rate falls and the training ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.lab.training_recipes import (
    PRESETS,
    Recipe,
    is_over,
    preset_recipe,
    rate_after,
    recipe_for,
)


def test_the_first_paper_freezes_all_but_the_last_layer() -> None:
    recipe = preset_recipe("gurjar2024")
    assert (recipe.architecture, recipe.learns) == ("mobilenet", "head")
    assert (recipe.epochs, recipe.rate) == (30, 1e-4)
    assert (recipe.preset, recipe.task) == ("gurjar2024", "quality")


def test_the_second_paper_learns_on_resnet50() -> None:
    recipe = preset_recipe("hung-fairface", task="race", epochs=3, seed=7)
    assert (recipe.architecture, recipe.frozen_layers, recipe.learns) == ("resnet50", 14, "whole")
    assert (recipe.batch, recipe.optimizer, recipe.rate) == (128, "nadam", 0.008)
    assert (recipe.halve_after, recipe.stop_after) == (10, 30)
    assert (recipe.task, recipe.epochs, recipe.seed) == ("race", 3, 7)
    assert recipe.augmentation.upside_down == 0.5
    assert not recipe.augmentation.camera


def test_no_picture_of_an_attribute_changes_its_class() -> None:
    for recipe in (
        recipe_for("mobilenet", "full", task="age"),
        recipe_for("simple_cnn", "full", task="gender"),
        preset_recipe("hung-fairface", task="age"),
    ):
        changes = recipe.augmentation
        assert changes.glasses == changes.covering == changes.spoil == 0.0


@pytest.mark.parametrize(
    ("losses", "rate", "over"),
    [
        ([], 8.0, False),
        ([3.0, 2.0, 2.0], 8.0, False),
        ([3.0, 2.0, 2.0, 2.5], 4.0, False),
        ([3.0, 2.0, 2.0, 2.5, 2.1], 4.0, True),
        ([3.0, 2.0, 2.0, 2.5, 1.9, 2.0], 4.0, False),
        ([3.0, 2.0, 2.0, 2.5, 2.1, 2.2], 2.0, True),
        ([float("nan")] * 3, 4.0, True),
    ],
)
def test_the_rate_is_halved_and_the_training_ends_when_nothing_is_gained(
    losses: list[float], rate: float, *, over: bool
) -> None:
    recipe = Recipe(rate=8.0, halve_after=2, stop_after=3)
    assert rate_after(losses, recipe) == rate
    assert is_over(losses, recipe) == over


@given(st.lists(st.floats(0.0, 5.0)), st.sampled_from(sorted(PRESETS)))
def test_the_rate_never_rises_and_a_gain_never_ends_the_training(
    losses: list[float], name: str
) -> None:
    recipe = preset_recipe(name)
    rates = [rate_after(losses[:count], recipe) for count in range(len(losses) + 1)]
    assert rates == sorted(rates, reverse=True)
    assert not is_over([*losses, -1.0], recipe)


def test_without_a_limit_it_goes_on() -> None:
    assert not is_over([1.0] * 500, Recipe())
    assert rate_after([1.0] * 500, Recipe()) == Recipe().rate
