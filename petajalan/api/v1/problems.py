"""Why a request is not answered as asked: a stable code for programs, a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Problem(msgspec.Struct, frozen=True):
    """What every answer with a status of 400 or more holds.

    `code` never changes its meaning. `message` is a sentence in the language asked for. `fields` names what is wrong
    in the request: the name of a field or parameter, and a sentence.
    """

    code: str
    message: str
    fields: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Kind:
    status: int
    message: str | Promise


KINDS: Final[Mapping[str, Kind]] = {
    "malformed": Kind(400, _("Permintaan ini tidak dapat dibaca. Periksa JSON dan kepala permintaannya.")),
    "token_missing": Kind(401, _("Kirim token pada kepala permintaan: “Authorization: Bearer …”.")),
    "token_unknown": Kind(401, _("Token ini tidak dikenal. Salin lagi, atau buat token baru.")),
    "token_expired": Kind(401, _("Token ini sudah lewat waktu. Buat token baru.")),
    "token_revoked": Kind(401, _("Token ini sudah dicabut. Buat token baru.")),
    "token_owner_gone": Kind(401, _("Pemilik token ini tidak lagi aktif di instansinya.")),
    "scope_missing": Kind(403, _("Cakupan token ini tidak memuat “%(scope)s”. Buat token dengan cakupan itu.")),
    "forbidden": Kind(403, _("Peran pemilik token di instansi ini tidak mencakup tindakan tersebut.")),
    "not_found": Kind(404, _("Yang diminta tidak ada. Periksa alamatnya.")),
    "method_not_allowed": Kind(405, _("Alamat ini tidak menerima cara itu. Lihat kepala “Allow”.")),
    "key_reused": Kind(409, _("Idempotency-Key ini sudah dipakai untuk permintaan lain. Buat kunci baru.")),
    "precondition_failed": Kind(412, _("Data ini sudah berubah sejak Anda membacanya. Baca lagi, lalu kirim lagi.")),
    "too_large": Kind(413, _("Isi permintaan terlalu besar. Kirim paling banyak %(limit)d kB.")),
    "not_json": Kind(415, _("Kirim isi sebagai JSON, dengan “Content-Type: application/json”.")),
    "invalid": Kind(422, _("Ada isian yang belum sesuai. Lihat “fields”.")),
    "refused": Kind(422, ""),  # the sentence is that of the service
    "doubtful": Kind(422, _("Angka ini tidak biasa. Periksa lagi, atau tulis alasannya pada “confirmation”.")),
    "nothing_to_write": Kind(422, ""),  # likewise
    "precondition_required": Kind(428, _("Kirim “If-Match” dengan ETag dari data yang Anda baca.")),
    "too_many_requests": Kind(429, _("Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.")),
    "server_error": Kind(500, _("Terjadi kesalahan di pihak kami. Coba lagi; bila berulang, hubungi pengelola.")),
}


@dataclass(eq=False)
class Refusal(Exception):
    """Raised anywhere while a request is answered. `message` takes the place of the usual sentence."""

    code: str
    message: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> int:
        return KINDS[self.code].status

    @property
    def problem(self) -> Problem:
        return Problem(self.code, self.message or str(KINDS[self.code].message) % self.told, dict(self.fields))
