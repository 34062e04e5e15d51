"""Copies of the source with a patch in them: for what must notice that something is wrong."""

import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sh(*command, cwd, **more):
    return subprocess.run(command, cwd=cwd, text=True, capture_output=True, **more)


def patches(folder, names):
    found = sorted(pathlib.Path(folder).glob("*.patch"))
    return [p for p in found if not names or p.stem in names]


def applies(patch, where, *options):
    # As `git apply` does it, yet without a repository around: an exported source is checked just as well.
    return sh("patch", "-p1", "--batch", "--forward", "--fuzz=0", *options, "-i", str(patch), cwd=where).returncode == 0


def check(found):
    """Whether any patch is stale, or there is none; says which."""
    stale = [p.stem for p in found if not applies(p, ROOT, "--dry-run")]
    for name in stale:
        print(f"stale: {name}")
    print(f"{len(found) - len(stale)} patches apply, {len(stale)} are stale")
    return bool(stale) or not found


def copy_file(source, target):
    if target.exists() and target.read_bytes() == source.read_bytes():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)  # With the time of now: what the patch before changed is built again


def copy_source(to):
    """The source as it is here; files that are the same stay, so that little is built again."""
    for top in ("CMakeLists.txt", "CMakePresets.json", "app", "core", "ui", "resources", "tests", "packaging"):
        if (ROOT / top).is_file():
            copy_file(ROOT / top, to / top)
        for folder, folders, files in os.walk(ROOT / top):
            folders[:] = [f for f in folders if f != "node_modules"]
            for name in files:
                source = pathlib.Path(folder) / name
                copy_file(source, to / source.relative_to(ROOT))


def build(where, jobs, targets, *configuration):
    """False, and says why, where it can't be built."""
    environment = dict(os.environ, CCACHE_BASEDIR=str(where), CCACHE_NOHASHDIR="1",
                       CCACHE_SLOPPINESS="pch_defines,time_macros")
    if shutil.which("ccache"):
        environment["CMAKE_CXX_COMPILER_LAUNCHER"] = "ccache"
    if not (where / "build/build.ninja").exists():
        sh("cmake", "-G", "Ninja", "-S", ".", "-B", "build", *configuration, cwd=where, env=environment, check=True)
    made = sh("cmake", "--build", "build", "--target", *targets, "-j", str(jobs), cwd=where, env=environment)
    if made.returncode != 0:
        print(made.stdout[-3000:])
    return made.returncode == 0
