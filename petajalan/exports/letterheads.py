"""What a person gives for a letterhead. Its logo is read whole before it is kept, and kept as a small PNG that every
format can show."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _

LARGEST = 2 * 1024 * 1024
MOST_PIXELS = 40_000_000
SIDE = 700  # pixels: enough for 2.4 cm of print


@dataclass(frozen=True, slots=True)
class Logo:
    """A file that somebody uploaded."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LetterheadValues:
    """`logo` replaces the one there is, `without_logo` takes it away."""

    lines: str
    address: str = ""
    place: str = ""
    logo: Logo | None = None
    without_logo: bool = False


class UnusableLogo(Exception):
    """The message is a whole sentence that says what to do."""


def readable_logo(content: bytes) -> bytes:
    """The picture as PNG, whatever else its file held left behind."""
    from PIL import Image, UnidentifiedImageError  # here: most workers need none

    if len(content) > LARGEST:
        raise UnusableLogo(_("Lambang lebih besar dari 2 MB. Kecilkan gambarnya, lalu unggah lagi."))
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusableLogo(_("Lambang terlalu besar. Kecilkan menjadi paling lebar 2.000 piksel."))
            whole = picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")
    except UnidentifiedImageError as error:
        raise UnusableLogo(_("Lambang harus berupa gambar PNG atau JPEG.")) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusableLogo(_("Gambar lambang ini rusak. Simpan ulang sebagai PNG, lalu unggah lagi.")) from error
    whole.thumbnail((SIDE, SIDE))
    buffer = BytesIO()
    whole.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
