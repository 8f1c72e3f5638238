"""`python -m installer.build`: the one-folder program, with licences, bill and list of files."""

import json
import sys
import sysconfig
from pathlib import Path

from installer.components import find_components, read_collected
from installer.file_list import NAME as FILE_LIST
from installer.file_list import file_list
from installer.freeze import freeze, search_path
from installer.licences import licence_texts
from installer.paths import COLLECTED, PROGRAM, ROOT, VERSION, BuildError, made_at
from installer.sbom import NAME as BILL
from installer.sbom import bill_of_materials
from installer.sizes import LIBRARIES, sizes, table

LICENCES = "licences"


def main() -> int:
    """Build, and print where everything is and what takes how much."""
    try:
        dated = made_at()
        print("Freezing; this takes some minutes …", flush=True)
        freeze(dated)
        describe(dated)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 2
    print(table(sizes(PROGRAM)))
    print(f"The program lies in {PROGRAM}.")
    return 0


def describe(dated: int) -> None:
    """Put licences, the bill of materials and the list of files beside the program."""
    rows = json.loads(COLLECTED.read_text(encoding="utf-8"))
    components = find_components(read_collected(rows), ROOT, search_path())
    for name, content in licence_texts(components, _python_licence()).items():
        path = PROGRAM / LICENCES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    bill = bill_of_materials(components, PROGRAM / LIBRARIES, VERSION, dated)
    (PROGRAM / BILL).write_text(bill, encoding="utf-8")
    (PROGRAM / FILE_LIST).write_text(file_list(PROGRAM), encoding="utf-8")


def _python_licence() -> Path:
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "copyright",
    )
    for place in places:
        if place.is_file():
            return place
    raise BuildError("The licence of this Python was not found beside it.")


if __name__ == "__main__":
    sys.exit(main())
