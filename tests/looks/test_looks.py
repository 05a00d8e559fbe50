"""Every page of the example in every theme looks as it did: compared with the small pictures beside this file.

Where a look is meant to change: `python -m pytest tests/looks -m "" --accept`, then look at the pictures.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from docgen.build import build, load
from docgen.project import WorkingTree
from docgen.supplied import built_in_names
from tests.looks import thumbnails
from tests.support import ROOT

pytestmark = [pytest.mark.external, pytest.mark.slow]
PATIENCE = 240  # seconds
HERE = Path(__file__).parent
MOST_BYTES = 300_000  # of all references together


def word_file(theme: str, folder: Path) -> Path:
    """The example in a theme alone, without what its own house.yaml says."""
    (folder / "styles").mkdir()
    (folder / "styles" / "house.yaml").write_text(f"theme: {theme}\n", "utf-8")
    shutil.copytree(ROOT / "content", folder / "content")
    built = build(load(WorkingTree(folder)), "0" * 40, False)
    assert built.data is not None
    path = folder / f"{theme}.docx"
    path.write_bytes(built.data)
    return path


def laid_out(document: Path, folder: Path) -> tuple[list[thumbnails.Picture], str]:
    """The pages of a Word file as thumbnails, and the program that laid them out."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftoppm") is None:
        pytest.skip("LibreOffice (soffice) or pdftoppm is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run = {"check": True, "capture_output": True, "timeout": PATIENCE}
    subprocess.run([program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document], **run)
    subprocess.run(["pdftoppm", "-r", "48", "-gray", "-png", document.with_suffix(".pdf"), folder / "page"], **run)
    version = subprocess.run([program, profile, "--version"], **run).stdout.decode().split()
    return [thumbnails.shrunk(Image.open(path)) for path in sorted(folder.glob("page-*.png"))], " ".join(version[:2])


@pytest.mark.parametrize("theme", built_in_names("themes"))
def test_every_page_looks_as_it_did(theme: str, tmp_path: Path, accept: bool) -> None:
    pages, maker = laid_out(word_file(theme, tmp_path), tmp_path)
    reference = HERE / f"{theme}.png"
    if accept:
        thumbnails.save(pages, reference, maker)
    before, old_maker = thumbnails.load(reference)
    found = list(thumbnails.differences(pages, before))
    now = tmp_path / f"{theme}-now.png"
    thumbnails.save(pages, now, maker)
    assert found == [], f"compare {now} (laid out by {maker}) with {reference} (by {old_maker}); --accept where it is meant so"


def test_the_references_are_small_and_of_every_theme() -> None:
    sizes = {path.stem: path.stat().st_size for path in HERE.glob("*.png")}
    assert set(sizes) == set(built_in_names("themes"))
    assert sum(sizes.values()) < MOST_BYTES
