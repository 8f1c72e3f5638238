"""A report as one page that needs no network, no script and no other file."""

from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from faceqa_gui.lab.report_charts import as_svg
from faceqa_gui.lab.report_parts import Chart, Report

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "report"


def report_html(report: Report) -> str:
    """The page as text. Names and texts of `report` are escaped."""
    templates = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = templates.get_template("report.html.j2")
    return page.render(report=report, svg=_svg, data_uri=_data_uri)


def _svg(chart: Chart) -> str:
    return as_svg(chart.figure, chart.name)


def _data_uri(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode('ascii')}"
