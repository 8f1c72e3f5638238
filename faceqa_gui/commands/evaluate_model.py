"""`faceqa evaluate`: a model of any task on labelled pictures, in a run that can be resumed."""

import argparse
from pathlib import Path

from faceqa_gui.commands.json_file import write_json
from faceqa_gui.commands.run_options import judged_pictures, pictures_for


def run(options: argparse.Namespace, model_folder: Path | None, data: Path) -> int:
    """Print the figures of a model."""
    from faceqa_gui.lab.contact_sheets import quality_groups, write_sheets
    from faceqa_gui.lab.evaluation_text import evaluation_text
    from faceqa_gui.lab.figures import write_confusion_figure, write_reliability_figure
    from faceqa_gui.lab.lab_model import LabModel
    from faceqa_gui.lab.map_file import write_maps

    model = LabModel.load(model_folder)
    dataset = pictures_for(
        model,
        data,
        options.split,
        video_step=options.video_step,
        label_column=options.label_column,
    )
    found = judged_pictures(
        options,
        model,
        dataset,
        split=options.split,
        threshold=options.threshold,
        explain=options.explain,
    )
    print(evaluation_text(found))
    if options.maps is not None:
        write_maps(options.maps, dataset, found)
    write_json(options.json, found.as_json())
    if options.figures is not None:
        write_confusion_figure(
            options.figures / "confusion.png", found.labels, found.labels, found.confusion
        )
        write_reliability_figure(options.figures / "reliability.png", found.reliability)
    if options.sheets is not None:
        write_sheets(options.sheets, quality_groups(found))
    return 0
