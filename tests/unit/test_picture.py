"""Pictures are embedded without anything but the picture, and no bytes whatever make reading them fail in another way."""

from __future__ import annotations

import random
import struct
from time import process_time
from zlib import crc32

import pytest

from docgen.picture import DEFAULT_DPI, BadPicture, Picture, read_picture
from tests.support import FIXTURES, PNG, needs_fixtures

SECRET = b"Flat 3, 12 Mill Lane"
IMAGES = FIXTURES / "bad" / "images"


def segment(marker: int, payload: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload


def chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", crc32(kind + payload))


def blocks(payload: bytes) -> bytes:
    return bytes([len(payload)]) + payload + b"\0"


JFIF = b"JFIF\0\1\2\1\0\x96\0\x96"
ADOBE = b"Adobe\0\x64\0\0\0\0\1"
TABLE, FRAME = segment(0xDB, bytes(65)), segment(0xC2, b"\x08\0\x20\0\x30\1\1\x11\0")
SCAN = segment(0xDA, b"\1\1\0\0\0\0") + b"data\xff\0more\xff\xd0\xff\xd7end"
LAST = segment(0xC4, bytes(20)) + segment(0xDA, b"\1\1\0\1\x3f\0") + b"\xff\0\xff\xd3"
JPEG = b"\xff\xd8" + segment(0xE0, JFIF + b"\0\0") + segment(0xEE, ADOBE) + TABLE + FRAME + SCAN + LAST + b"\xff\xd9"
EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0" + SECRET

SCREEN = b"GIF89a" + struct.pack("<HH", 5, 4) + b"\x80\0\0" + bytes(6)
CONTROL, LOOP = b"\x21\xf9\4\0\x0a\0\0\0", b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
FIRST = b"\x2c" + struct.pack("<HHHH", 0, 0, 5, 4) + b"\0" + b"\2" + b"\3\x84\x3b\x21\2\x2c\x3b\0"
SECOND = b"\x2c" + struct.pack("<HHHH", 0, 0, 5, 4) + b"\x81" + bytes(12) + b"\2" + b"\1\x3b\0"
GIF = SCREEN + LOOP + CONTROL + FIRST + CONTROL + SECOND + b";"


def test_a_clean_picture_stays_as_it_is() -> None:
    for data in (JPEG, GIF, PNG):
        assert read_picture(data).data == data
    photo, drawing = read_picture(JPEG), read_picture(GIF)
    assert (photo.kind, photo.width, photo.height, photo.dpi) == ("jpeg", 48, 32, (150, 150))
    assert (drawing.kind, drawing.width, drawing.height, drawing.dpi) == ("gif", 5, 4, (DEFAULT_DPI, DEFAULT_DPI))


@pytest.mark.parametrize(
    "dirty",
    [
        pytest.param(JPEG.replace(TABLE, segment(0xE1, EXIF) + TABLE), id="exif"),
        pytest.param(JPEG.replace(TABLE, segment(0xE0, b"JFXX\0\x10" + JPEG + SECRET) + TABLE), id="jfxx"),
        pytest.param(JPEG.replace(TABLE, segment(0xE2, b"ICC_PROFILE\0" + SECRET) + segment(0xED, SECRET) + TABLE), id="profile"),
        pytest.param(JPEG.replace(TABLE, segment(0xE0, SECRET) + segment(0xEE, SECRET) + segment(0xF0, SECRET) + TABLE), id="strange"),
        pytest.param(JPEG.replace(LAST, segment(0xFE, SECRET) + segment(0xE1, EXIF) + LAST), id="between scans"),
        pytest.param(JPEG.replace(FRAME, b"\xff\xff\xff" + FRAME), id="filling"),
        pytest.param(JPEG.replace(segment(0xEE, ADOBE), segment(0xEE, ADOBE + SECRET)), id="behind Adobe's"),
        pytest.param(JPEG.replace(segment(0xE0, JFIF + b"\0\0"), segment(0xE0, JFIF + b"\3\2" + SECRET[:18])), id="thumbnail"),
        pytest.param(JPEG + JPEG.replace(TABLE, segment(0xFE, SECRET)), id="second picture"),
        pytest.param(JPEG + SECRET, id="appended"),
    ],
)
def test_a_photograph_keeps_nothing_but_the_photograph(dirty: bytes) -> None:
    assert dirty != JPEG
    assert read_picture(dirty).data == JPEG


@pytest.mark.parametrize(
    "dirty",
    [
        pytest.param(GIF.replace(LOOP, b"\x21\xfe" + blocks(SECRET) + LOOP), id="comment"),
        pytest.param(GIF.replace(FIRST, FIRST + b"\x21\xfe" + blocks(SECRET)[:-1] + blocks(SECRET)), id="long comment"),
        pytest.param(GIF[:-1] + b"\x21\xff" + blocks(b"XMP DataXMP")[:-1] + SECRET[:1] * 71 + b"\0;", id="xmp"),
        pytest.param(GIF.replace(FIRST, FIRST + CONTROL + b"\x21\1" + blocks(bytes(12))[:-1] + blocks(SECRET)), id="text"),
        pytest.param(GIF.replace(LOOP, LOOP[:-1] + blocks(SECRET)), id="behind the loop"),
        pytest.param(GIF.replace(CONTROL, CONTROL[:-1] + blocks(SECRET), 1), id="behind the control"),
        pytest.param(GIF[:-1] + b"\x21\xc7" + blocks(SECRET) + b";", id="unknown"),
        pytest.param(GIF + SECRET + b";", id="appended"),
    ],
)
def test_a_gif_keeps_nothing_but_its_images(dirty: bytes) -> None:
    assert dirty != GIF
    assert read_picture(dirty).data == GIF


def test_a_png_keeps_nothing_but_the_picture() -> None:
    for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME", b"iCCP", b"prVt"):
        assert read_picture(PNG[:33] + chunk(kind, SECRET) + PNG[33:] + SECRET).data == PNG
    for kind in (b"gAMA", b"sRGB", b"pHYs", b"sBIT", b"bKGD", b"IHDR"):
        with pytest.raises(BadPicture):
            read_picture(PNG[:33] + chunk(kind, SECRET) + PNG[33:])
    with pytest.raises(BadPicture):
        read_picture(PNG[:-12] + chunk(b"IEND", SECRET))


def test_the_second_name_of_a_loop() -> None:
    named = GIF.replace(b"NETSCAPE2.0", b"ANIMEXTS1.0")
    assert read_picture(named).data == named


@pytest.mark.parametrize("whole", [PNG, JPEG, GIF], ids=["png", "jpeg", "gif"])
def test_a_picture_that_is_cut_off(whole: bytes) -> None:
    for end in range(len(whole)):
        with pytest.raises(BadPicture):
            read_picture(whole[:end])


@pytest.mark.parametrize(
    "damaged",
    [
        JPEG.replace(FRAME, FRAME + FRAME),
        JPEG.replace(FRAME, b""),
        JPEG.replace(TABLE, b"\xff\xdb\0\0"),
        JPEG.replace(TABLE, JPEG + TABLE),
        JPEG[: JPEG.index(SCAN)] + b"\xff\xd9",
        SCREEN + b";",
        SCREEN + b"\0" + FIRST + b";",
        SCREEN + b"\x21\xff\x0bNETSCAPE2.0\0;",
    ],
)
def test_a_damaged_picture(damaged: bytes) -> None:
    with pytest.raises(BadPicture):
        read_picture(damaged)


def attempt(data: bytes) -> Picture | None:
    """What reading gives; what it kept must read the same again."""
    try:
        found = read_picture(data)
    except BadPicture:
        return None
    assert len(found.data) <= len(data)
    assert read_picture(found.data).as_dict() == found.as_dict()
    return found


def shake(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.choice((0, 1, 0x21, 0x2C, 0x3B, 0xD9, 0xDA, 0xE1, 0xFF, chance.randrange(256)))
    return bytes(data[: chance.randint(1, len(data))] if chance.random() < 0.2 else data)


@pytest.mark.parametrize("whole", [PNG, JPEG, GIF, JPEG.replace(TABLE, segment(0xE1, EXIF) + TABLE)], ids=["png", "jpeg", "gif", "exif"])
def test_shaken_bytes_are_read_or_refused(whole: bytes) -> None:
    chance = random.Random(1)
    for _ in range(3000):
        attempt(shake(whole, chance))


@needs_fixtures
@pytest.mark.parametrize("name", ["good.jpg", "exif-rotated.jpg", "transparent.png", "dpi-one.png", "icc-bad.png", "palette-no-plte.png"])
def test_shaken_files_are_read_or_refused(name: str) -> None:
    whole, chance = (IMAGES / name).read_bytes(), random.Random(2)
    for _ in range(1000):
        attempt(shake(whole, chance))


def test_what_is_repeated_without_end_takes_no_time_to_speak_of() -> None:
    start = process_time()
    for head, again in (
        (b"\xff\xd8", b"\xff"),
        (b"\xff\xd8", b"\xff\xfe\0\2"),
        (JPEG[:-2], b"\xff"),
        (JPEG[:-2], b"\xff\0"),
        (SCREEN, b"\x21\xfe\0"),
        (SCREEN + b"\x21\xfe", b"\1a"),
        (PNG[:33], chunk(b"tEXt", b"")),
    ):
        attempt(head + again * (2**20 // len(again)))
    assert process_time() - start < 5
