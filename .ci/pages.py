"""Draw the picture of the README: some pages of the example, side by side and small.

Needs LibreOffice, pdftoppm and Pillow: `python .ci/pages.py output/2012-summer-partners.docx .readme/pages.png`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PAGES = (1, 2, 7, -4)  # cover, contents, a section, the action plan
HEIGHT, GAP, GREY = 520, 18, (214, 219, 224)


def pages(document: Path, folder: Path) -> list[Path]:
    """Pictures of all pages of a Word file."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document], check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "90", "-png", folder / f"{document.stem}.pdf", folder / "page"], check=True)
    return sorted(folder.glob("page-*.png"))


def montage(pictures: list[Image.Image]) -> Image.Image:
    """The pictures in a row on grey."""
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), GREY)
    left = GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP + (HEIGHT - picture.height) // 2))
        left += picture.width + GAP
    return sheet


def small(path: Path) -> Image.Image:
    """A page at the height of the row; a turned page at the same scale."""
    picture = Image.open(path).convert("RGB")
    longer = max(picture.size)
    return picture.resize((picture.width * HEIGHT // longer, picture.height * HEIGHT // longer), Image.Resampling.LANCZOS)


def main(document: str, target: str) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        found = pages(Path(document).resolve(), Path(folder))
        chosen = [small(found[page - 1 if page > 0 else page]) for page in PAGES]
        montage(chosen).quantize(128).save(target, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
