"""`faceqa bench`: measures speed; each benchmark is a module of its own."""

from faceqa_gui.commands import (
    Command,
    Parsers,
    bench_abort,
    bench_assess,
    bench_clips,
    bench_day,
    bench_explain,
    bench_faithfulness,
    bench_randomisation,
    bench_run,
    bench_runtimes,
    bench_soak,
    bench_start,
    bench_station,
    bench_trust,
)

BENCHMARKS: tuple[Command, ...] = (
    bench_abort,
    bench_assess,
    bench_clips,
    bench_day,
    bench_explain,
    bench_faithfulness,
    bench_randomisation,
    bench_run,
    bench_runtimes,
    bench_soak,
    bench_start,
    bench_station,
    bench_trust,
)


def add_parser(subparsers: Parsers) -> None:
    """Add `faceqa bench`."""
    parser = subparsers.add_parser(
        "bench",
        help="measure speed on this computer",
        description="Measure speed on this computer.",
    )
    benchmarks = parser.add_subparsers(dest="benchmark", required=True, metavar="WHAT")
    for benchmark in BENCHMARKS:
        benchmark.add_parser(benchmarks)
