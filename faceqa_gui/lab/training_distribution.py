"""One step of learning, here or on several devices or machines (tf.distribute)."""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from faceqa_gui.errors import FaceQAError
from faceqa_gui.wording import said

if TYPE_CHECKING:
    import keras
    import tensorflow as tf

Way = Literal["mirrored", "multiworker"]
Step = Callable[
    [NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]], tuple[float, float]
]

CLUSTER_VARIABLE = "TF_CONFIG"
_CLUSTER_EXAMPLE = (
    '{"cluster": {"worker": ["host1:2222", "host2:2222"]}, "task": {"type": "worker", "index": 0}}'
)


class Distribution:
    """Where a network learns: on one device, or as equal copies on several."""

    def __init__(self, strategy: "tf.distribute.Strategy | None" = None) -> None:
        self._strategy = strategy

    @classmethod
    def open(cls, way: Way | None) -> "Distribution":
        """Several devices of this machine, several machines, or (None) one device.

        Several machines need the variable TF_CONFIG, as TensorFlow describes it: the addresses of
        all workers and which one this is. Every worker is started with the same command and data.

        Raises:
            FaceQAError: there is only one device, or TF_CONFIG is missing or names nobody.
        """
        if way is None:
            return cls()
        if way == "multiworker":
            _check_cluster()
        import tensorflow as tf

        if way == "multiworker":
            return cls(tf.distribute.MultiWorkerMirroredStrategy())
        devices = tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")
        if len(devices) < 2:
            raise FaceQAError(
                said(
                    "This machine has only one device to learn on ({name}). Leave out "
                    "--distribute.",
                    name=devices[0].name,
                )
            )
        return cls(tf.distribute.MirroredStrategy([device.name for device in devices]))

    @property
    def copies(self) -> int:
        """How many copies of the network learn."""
        return 1 if self._strategy is None else int(self._strategy.num_replicas_in_sync)

    @property
    def writes(self) -> bool:
        """Whether this process writes the model: of several machines only the first does."""
        if self._strategy is None or self._strategy.cluster_resolver is None:
            return True
        resolver = self._strategy.cluster_resolver
        return resolver.task_type in (None, "chief") or (
            resolver.task_id == 0 and "chief" not in resolver.cluster_spec().as_dict()
        )

    def scope(self) -> AbstractContextManager[object]:
        """In it the network and its optimizer must be made, so that each copy has its own."""
        if self._strategy is None:
            return nullcontext()
        scope: AbstractContextManager[object] = self._strategy.scope()
        return scope

    def step(
        self, network: "keras.Model", optimizer: "keras.Optimizer", loss: "keras.Loss"
    ) -> Step:
        """One step as a function of inputs (N×…), targets (N×C) and their weights (N).

        Returns:
            A function that learns and gives mean loss and accuracy of the batch. Copies share the
            batch, and the sum of their gradients is that of the whole batch.
        """
        if self._strategy is None:
            return _single_step(network, optimizer, loss)
        return _shared_step(self._strategy, network, optimizer, loss)


def _single_step(network: "keras.Model", optimizer: "keras.Optimizer", loss: "keras.Loss") -> Step:
    import tensorflow as tf

    def learn(
        pictures: "tf.Tensor", targets: "tf.Tensor", importance: "tf.Tensor"
    ) -> tuple["tf.Tensor", "tf.Tensor"]:
        with tf.GradientTape() as tape:
            logits = network(pictures, training=True)
            value = loss(targets, logits, sample_weight=importance)
        gradients = tape.gradient(value, network.trainable_variables)
        optimizer.apply_gradients(zip(gradients, network.trainable_variables, strict=True))
        right = tf.equal(tf.argmax(logits, -1), tf.argmax(targets, -1))
        return value, tf.reduce_mean(tf.cast(right, tf.float32))

    compiled = tf.function(
        learn,
        input_signature=[
            tf.TensorSpec([None, *network.input.shape[1:]], tf.float32),
            tf.TensorSpec([None, None], tf.float32),
            tf.TensorSpec([None], tf.float32),
        ],
    )

    def step(
        inputs: NDArray[np.float32],
        targets: NDArray[np.float32],
        importance: NDArray[np.float32],
    ) -> tuple[float, float]:
        value, accuracy = compiled(inputs, targets, importance)
        return float(value), float(accuracy)

    return step


def _shared_step(
    strategy: "tf.distribute.Strategy",
    network: "keras.Model",
    optimizer: "keras.Optimizer",
    loss: "keras.Loss",
) -> Step:
    import tensorflow as tf

    copies = int(strategy.num_replicas_in_sync)

    def learn(
        inputs: "tf.Tensor", targets: "tf.Tensor", importance: "tf.Tensor", share: "tf.Tensor"
    ) -> tuple["tf.Tensor", "tf.Tensor"]:
        with tf.GradientTape() as tape:
            logits = network(inputs, training=True)
            # Keras divides the mean of this copy's pictures by the copies, as if all had as many;
            # its share of the pictures makes the sum the mean of all.
            value = loss(targets, logits, sample_weight=importance) * share * copies
        gradients = tape.gradient(value, network.trainable_variables)
        optimizer.apply_gradients(zip(gradients, network.trainable_variables, strict=True))
        right = tf.equal(tf.argmax(logits, -1), tf.argmax(targets, -1))
        return value, tf.reduce_mean(tf.cast(right, tf.float32)) * share

    def together(*parts: "tf.Tensor") -> tuple["tf.Tensor", "tf.Tensor"]:
        value, accuracy = strategy.run(learn, args=parts)
        add = tf.distribute.ReduceOp.SUM
        return strategy.reduce(add, value, axis=None), strategy.reduce(add, accuracy, axis=None)

    compiled = tf.function(together, reduce_retracing=True)

    def step(
        inputs: NDArray[np.float32],
        targets: NDArray[np.float32],
        importance: NDArray[np.float32],
    ) -> tuple[float, float]:
        # Every copy needs a picture: the first few of a small last batch are looked at twice.
        seen = np.resize(np.arange(len(inputs)), max(len(inputs), copies))
        places = np.array_split(seen, copies)
        total = sum(len(part) for part in places)
        shares = [np.float32(len(part) / total) for part in places]

        def parts_of(
            whole: NDArray[np.float32],
        ) -> "Callable[[tf.distribute.ValueContext], tf.Tensor]":
            return lambda copy: tf.constant(whole[places[copy.replica_id_in_sync_group]])

        values = [
            strategy.experimental_distribute_values_from_function(parts_of(whole))
            for whole in (inputs, targets, importance)
        ]
        values.append(
            strategy.experimental_distribute_values_from_function(
                lambda copy: tf.constant(shares[copy.replica_id_in_sync_group])
            )
        )
        value, accuracy = compiled(*values)
        return float(value), float(accuracy)

    return step


def _check_cluster() -> None:
    """Refuse what TensorFlow would wait for without a word."""
    text = os.environ.get(CLUSTER_VARIABLE, "")
    try:
        values = json.loads(text or "null")
        workers = values["cluster"]["worker"]
        valid = bool(workers) and 0 <= int(values["task"]["index"]) < len(workers)
    except (ValueError, TypeError, KeyError):
        valid = False
    if not valid:
        raise FaceQAError(
            said(
                "--distribute multiworker needs the variable {cluster_variable} on every "
                "machine, such as {cluster_example}.",
                cluster_variable=CLUSTER_VARIABLE,
                cluster_example=_CLUSTER_EXAMPLE,
            )
        )
