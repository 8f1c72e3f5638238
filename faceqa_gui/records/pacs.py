"""`send_captures`: stores captures in a picture archive (PACS) over the network (DICOM C-STORE).

The archive is asked whether it answers (C-ECHO) before anything of a person leaves. UIDs follow
from the captures, so that sending again stores nothing twice. pynetdicom's own messages are kept
out of every log.
"""

import logging
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pydicom.dataset import Dataset
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    VLPhotographicImageStorage,
)
from pynetdicom import AE, _config, evt
from pynetdicom.association import Association
from pynetdicom.pdu_primitives import A_ASSOCIATE
from pynetdicom.presentation import build_context
from pynetdicom.transport import AssociationSocket

from faceqa_gui.errors import FaceQAError, StoreError
from faceqa_gui.records.audit import AuditEvent
from faceqa_gui.records.dicom_capture import check_one_person, images_of
from faceqa_gui.records.dicom_patient import Patient
from faceqa_gui.records.export_report import LeftOut, Progress
from faceqa_gui.records.store import CaptureStore
from faceqa_gui.wording import reason, said

CALLING = "FACEQA"
TIMEOUT_SECONDS = 30.0
_DIAGNOSIS_SECONDS = 5.0
_ATTEMPTS = 3
_LOST_ANSWER_SECONDS = 1.0

_TITLE_LENGTH = 16
_LARGEST_PORT = 65535
_VERIFICATION = UID("1.2.840.10008.1.1")
_SUCCESS = 0x0000
_STORED_WITH_CHANGES = (0xB000, 0xB006, 0xB007)
_OUT_OF_RESOURCES = range(0xA700, 0xA800)

_config.LOG_HANDLER_LEVEL = "none"
_log = logging.getLogger("pynetdicom")
_log.setLevel(logging.CRITICAL + 1)
_log.propagate = False


class PeerError(FaceQAError):
    """An archive is not named as it must be."""


class _LostError(FaceQAError):
    """The archive does not answer or refuses to talk."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An archive: its application entity title, host and port."""

    title: str
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> "Peer":
        """Read `AE@host:port`; an IPv6 address stands in brackets.

        Raises:
            PeerError: it has another form.
        """
        title, _, place = text.rpartition("@")
        host, _, port = place.rpartition(":")
        if host.startswith("[") and host.endswith("]"):
            host = host[1:-1]
        elif ":" in host:
            host = ""
        is_port = port.isascii() and port.isdigit() and 0 < int(port[:6]) <= _LARGEST_PORT
        if not host or host != host.strip() or not is_port:
            raise PeerError(
                said(
                    "An archive is named AE@host:port, such as PACS@192.168.1.20:104, with a port "
                    "of 1 to 65535."
                )
            )
        return cls(checked_title(title), host, int(port))

    def __str__(self) -> str:
        """The form that `parse` reads."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.title}@{host}:{self.port}"


def checked_title(text: str) -> str:
    """An application entity title as DICOM allows it (VR AE), without spaces around it.

    Raises:
        PeerError: it is none.
    """
    title = text.strip(" ")
    plain = title.isascii() and title.isprintable() and "\\" not in title
    if not title or len(title) > _TITLE_LENGTH or not plain:
        raise PeerError(
            said(
                "An AE title has 1 to 16 plain letters, digits and signs, and no backslash. Ask "
                "who looks after the archive for it."
            )
        )
    return title


@dataclass(frozen=True, slots=True)
class Line:
    """How to talk to the archive.

    Attributes:
        calling: our own AE title, which the archive may have to know.
        tls: whether to encrypt; the archive's certificate must be for its host.
        authorities: file of the certificates (PEM) to trust; None for those of the system.
        certificate: file with our own certificate and key (PEM), where the archive wants one.
        timeout_seconds: after which an archive that does not answer is given up.
    """

    calling: str = CALLING
    tls: bool = False
    authorities: Path | None = None
    certificate: Path | None = None
    timeout_seconds: float = TIMEOUT_SECONDS

    def context(self) -> ssl.SSLContext | None:
        """What encrypts; None where nothing does.

        Raises:
            PeerError: a file of certificates cannot be used.
        """
        if not self.tls:
            return None
        try:
            context = ssl.create_default_context(cafile=self.authorities)
            if self.certificate is not None:
                context.load_cert_chain(self.certificate)
        except OSError as error:
            raise PeerError(
                said(
                    "The certificates for TLS cannot be used ({why}). Check the files.",
                    why=reason(error)
                    if error.strerror
                    else said("not a PEM file with what is needed"),
                )
            ) from error
        return context


@dataclass(frozen=True, slots=True)
class SendReport:
    """What came of sending.

    Attributes:
        peer: the archive.
        stored: captures of which the archive confirmed every picture.
        partly: captures of which it confirmed some pictures.
        not_stored: captures of which it confirmed none.
        left_out: what was refused or could not be read, and why.
        problem: why sending ended early, in a sentence; "" if it did not.
        audit_problem: why the audit trail does not say so, in a sentence; "" if it does.
    """

    peer: Peer
    stored: tuple[str, ...]
    partly: tuple[str, ...]
    not_stored: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    problem: str
    audit_problem: str

    @property
    def is_whole(self) -> bool:
        """Whether everything is stored, and written down."""
        return not (self.partly or self.not_stored or self.left_out or self.audit_problem)


@dataclass(slots=True)
class _Progress:
    """What was confirmed so far."""

    stored: list[str] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def send_captures(
    store: CaptureStore,
    identifiers: Sequence[str],
    peer: Peer,
    *,
    who: str,
    progress: Progress | None = None,
    patient: Patient | None = None,
    line: Line | None = None,
) -> SendReport:
    """Store captures in an archive; what went wrong stands in the report.

    Args:
        store: holds the captures.
        identifiers: of the captures, in the order wanted.
        peer: the archive.
        who: name of the operator, or of the user of the command line.
        progress: told before each capture how many of how many are done, and once at the end;
            what it returns stops the sending if it is true.
        patient: whom the objects name instead of the record's subject.
        line: how to talk to it.

    Raises:
        PeerError: a file of certificates cannot be used; nothing was sent.
        StoreError: no capture was chosen, or they are of several subjects; nothing was sent.
    """
    if not identifiers:
        raise StoreError(
            said("No capture was chosen. “faceqa records list” names those that exist.")
        )
    check_one_person(store, identifiers, patient)
    line = line or Line()
    context = line.context()
    done, problem = _Progress(), ""
    try:
        with _associated(peer, line, context) as association:
            sender = _Sender(association, peer, line.calling, done)
            sender.echo()
            for number, identifier in enumerate(identifiers):
                if progress is not None and progress(number, len(identifiers)):
                    problem = "Sending was stopped."
                    break
                sender.send(images_of(store, identifier, patient, done.left_out), identifier)
    except _LostError as error:
        problem = str(error)
    reached = {*done.stored, *done.partly}
    audit_problem = _write_down(store, who, peer, done) if reached else ""
    if progress is not None and not problem:
        progress(len(identifiers), len(identifiers))
    return SendReport(
        peer=peer,
        stored=tuple(done.stored),
        partly=tuple(done.partly),
        not_stored=tuple(name for name in identifiers if name not in reached),
        left_out=tuple(done.left_out),
        problem=problem,
        audit_problem=audit_problem,
    )


# The association


@contextmanager
def _associated(peer: Peer, line: Line, context: ssl.SSLContext | None) -> Iterator[Association]:
    entity = AE(ae_title=line.calling)
    entity.acse_timeout = line.timeout_seconds
    entity.dimse_timeout = line.timeout_seconds
    entity.network_timeout = line.timeout_seconds
    entity.connection_timeout = line.timeout_seconds
    association = _ask(entity, peer, line, context)
    if association.is_rejected:
        raise _LostError(_refusal(association, peer, line))
    if not association.is_established:
        raise _LostError(_why_unreached(peer, line, context))
    try:
        yield association
        association.release()
    finally:
        if association.is_established:
            association.abort()


def _ask(entity: AE, peer: Peer, line: Line, context: ssl.SSLContext | None) -> Association:
    """Ask at every address, and again where the answer got lost.

    Some archives close the connection so soon after a refusal that it never arrives.
    """
    addresses = _addresses(peer)
    soon = time.monotonic() + min(_LOST_ANSWER_SECONDS, line.timeout_seconds)
    for number, address in enumerate(addresses * _ATTEMPTS):
        if number >= len(addresses) and time.monotonic() > soon:
            break
        association = entity.associate(
            address,
            peer.port,
            contexts=[
                build_context(_VERIFICATION),
                build_context(VLPhotographicImageStorage, ExplicitVRLittleEndian),
                build_context(VLPhotographicImageStorage, ImplicitVRLittleEndian),
            ],
            ae_title=peer.title,
            tls_args=None if context is None else (context, peer.host),
            evt_handlers=[(evt.EVT_CONN_OPEN, _send_at_once)],
        )
        if association.is_established or association.is_rejected:
            break
    return association


def _send_at_once(event: evt.Event) -> None:
    """Small messages would wait 40 ms each for an acknowledgement that systems delay."""
    connection = cast("AssociationSocket", event.assoc.dul.socket).socket
    cast("socket.socket", connection).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _addresses(peer: Peer) -> list[str]:
    """Every address of the archive's host, once."""
    try:
        found = socket.getaddrinfo(peer.host, peer.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _LostError(
            said("The host of {peer} is not known. Check its name and the network.", peer=peer)
        ) from error
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def _why_unreached(peer: Peer, line: Line, context: ssl.SSLContext | None) -> str:
    """Why there is no association, found by connecting once more: pynetdicom does not say it."""
    patience = min(line.timeout_seconds, _DIAGNOSIS_SECONDS)
    try:
        with socket.create_connection((peer.host, peer.port), patience) as connection:
            if context is not None:
                return _why_not_encrypted(peer, connection, context)
    except TimeoutError:
        return f"{peer} does not answer. Check its address and the network."
    except OSError:
        return f"{peer} cannot be reached. Check that the archive runs, and its address and port."
    return _NO_ARCHIVE.format(peer=peer)


def _why_not_encrypted(peer: Peer, connection: socket.socket, context: ssl.SSLContext) -> str:
    try:
        context.wrap_socket(connection, server_hostname=peer.host).close()
    except ssl.SSLCertVerificationError as error:
        return said(
            "The certificate of {peer} is not trusted ({verify_message}). Nothing was "
            "sent; name the file of the authority that signed it.",
            peer=peer,
            verify_message=error.verify_message,
        )
    except OSError:
        return f"{peer} does not talk TLS as asked. Check its port and settings. Nothing was sent."
    return _NO_ARCHIVE.format(peer=peer)


_REFUSALS = {
    (1, 3): "does not know us as {calling}. Have that AE title entered there, or give another one",
    (1, 7): "is not called {title}. Check its AE title",
    (3, 1): "is busy. Try again later",
    (3, 2): "takes no further connection. Try again later",
}


_NO_ARCHIVE = (
    "{peer} does not answer as a DICOM archive does. Check its port, whether it wants TLS or a "
    "certificate of ours, and whether it knows us."
)


def _refusal(association: Association, peer: Peer, line: Line) -> str:
    answer = cast("A_ASSOCIATE", association.acceptor.primitive)
    why = _REFUSALS.get(
        (answer.result_source or 0, answer.diagnostic or 0),
        "refuses to talk to us without saying why. Ask who looks after it",
    )
    return f"{peer} {why.format(calling=line.calling, title=peer.title)}."


# Messages


@dataclass(frozen=True, slots=True)
class _Sender:
    """Sends over one association and keeps count in `done`."""

    association: Association
    peer: Peer
    calling: str
    done: _Progress

    def echo(self) -> None:
        """Make sure that the archive answers and takes photographs.

        Raises:
            _LostError: it does not.
        """
        accepted = {context.abstract_syntax for context in self.association.accepted_contexts}
        if VLPhotographicImageStorage not in accepted:
            raise _LostError(
                said(
                    "{peer} does not take photographs (VL Photographic Image). Nothing was sent.",
                    peer=self.peer,
                )
            )
        if _VERIFICATION in accepted and self._status(self.association.send_c_echo) != _SUCCESS:
            raise _LostError(
                said("{peer} refuses the test message. Nothing was sent.", peer=self.peer)
            )

    def send(self, images: Iterator[tuple[str, Dataset]], identifier: str) -> None:
        """Send the pictures of one capture; those that are refused are left out.

        Raises:
            _LostError: the archive cannot take any more.
        """
        before, confirmed = len(self.done.left_out), 0
        try:
            for name, image in images:
                refused = self._store(image)
                if refused:
                    self.done.left_out.append(LeftOut(identifier, name, refused))
                else:
                    confirmed += 1
        except _LostError:
            if confirmed:
                self.done.partly.append(identifier)
            raise
        if confirmed:
            whole = len(self.done.left_out) == before
            (self.done.stored if whole else self.done.partly).append(identifier)

    def _store(self, image: Dataset) -> str:
        """Why the archive refused an object, in a sentence; "" if it took it."""
        status = self._status(lambda: self.association.send_c_store(image))
        if status == _SUCCESS or status in _STORED_WITH_CHANGES:
            return ""
        if status in _OUT_OF_RESOURCES:
            raise _LostError(
                said(
                    "{peer} has no room left (status {status:04X}). Free some there, then "
                    "try again.",
                    peer=self.peer,
                    status=status,
                )
            )
        return said(
            "The archive refused it (status {status:04X}). Ask who looks after it.", status=status
        )

    def _status(self, ask: Callable[[], Dataset]) -> int:
        try:
            answer = ask()
        except RuntimeError:
            # The association ended between two messages.
            answer = Dataset()
        if "Status" not in answer:
            raise _LostError(
                said(
                    "{peer} ended the connection or stopped answering. Check that it knows "
                    "us as {calling} and that it runs, then send again.",
                    peer=self.peer,
                    calling=self.calling,
                )
            )
        return int(answer.Status)


def _write_down(store: CaptureStore, who: str, peer: Peer, done: _Progress) -> str:
    try:
        store.append(
            AuditEvent.SENT,
            who=who,
            facts={"peer": str(peer), "captures": list(done.stored), "partly": list(done.partly)},
        )
    except StoreError as error:
        return str(error)
    return ""
