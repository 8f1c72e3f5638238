"""`bill_of_materials`: what the frozen program is made of, as CycloneDX 1.6 JSON."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installer.components import OWN, PYTHON, Component
from installer.licences import stated_licence

NAME = "sbom.cdx.json"

_VERSION = SchemaVersion.V1_6
_LICENCES = LicenseFactory()
_SHARED = (".so", ".dll", ".dylib", ".pyd")


class InvalidBillError(Exception):
    """The bill of materials is not what CycloneDX's schema asks for."""


def bill_of_materials(
    components: Sequence[Component], libraries: Path, version: str, made_at: int
) -> str:
    """The bill in JSON, the same text for the same arguments.

    Args:
        components: libraries in the program.
        libraries: the program's folder of libraries, with the shipped models.
        version: of FaceQA.
        made_at: when, in seconds since 1970, UTC.

    Raises:
        InvalidBillError: the result does not pass CycloneDX's own check.
    """
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(made_at, UTC)
    own = Entry(
        name="faceqa",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="faceqa",
        licenses=[LicenseExpression("Apache-2.0")],
    )
    bom.metadata.component = own
    entries = [_library(found, libraries) for found in components if found.name != OWN]
    entries += [_model(manifest.parent) for manifest in libraries.glob("models/*/manifest.json")]
    for entry in entries:
        bom.components.add(entry)
    bom.register_dependency(own, entries)
    bom.serial_number = uuid5(
        NAMESPACE_URL, f"faceqa/{version}/{made_at}/{sorted(map(_identity, entries))}"
    )
    text = make_outputter(bom, OutputFormat.JSON, _VERSION).output_as_string(indent=1)
    fault = JsonStrictValidator(_VERSION).validate_str(text)
    if fault is not None:
        raise InvalidBillError(f"{NAME}: {fault}")
    return text + "\n"


def _identity(entry: Entry) -> str:
    parts = sorted(
        f"{part.name} {[str(digest.content) for digest in part.hashes]}"
        for part in entry.components
    )
    return f"{entry.name} {entry.version} {parts}"


def _library(component: Component, libraries: Path) -> Entry:
    purl = (
        PackageURL("generic", None, "python", component.version)
        if component.name == PYTHON
        else PackageURL("pypi", None, component.name.lower().replace("_", "-"), component.version)
    )
    return Entry(
        name=component.name,
        version=component.version,
        type=ComponentType.FRAMEWORK if component.name == PYTHON else ComponentType.LIBRARY,
        bom_ref=purl.to_string(),
        purl=purl,
        licenses=[_licence(stated_licence(component))],
        components=_shared_libraries(component, libraries),
    )


def _licence(words: str) -> DisjunctiveLicense | LicenseExpression:
    return _LICENCES.make_from_string(words)


def _shared_libraries(component: Component, libraries: Path) -> Iterable[Entry]:
    """Compiled files that a library brings, other people's work among them, by their checksum."""
    for file in component.files:
        path = libraries / file.place
        if any(ending in path.name for ending in _SHARED) and path.is_file():
            yield Entry(
                name=file.place,
                type=ComponentType.FILE,
                bom_ref=f"{component.name}/{file.place}",
                hashes=[_sha256(path)],
            )


def _model(folder: Path) -> Entry:
    return Entry(
        name=folder.name,
        type=ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref=f"model/{folder.name}",
        components=[
            Entry(
                name=path.name,
                type=ComponentType.FILE,
                bom_ref=f"model/{folder.name}/{path.name}",
                hashes=[_sha256(path)],
            )
            for path in sorted(folder.iterdir())
            if path.is_file()
        ],
    )


def _sha256(path: Path) -> HashType:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)
