"""What the words over a column mean, as data.

Each line: a concept and the pattern of the words that name it. A header is compared in lower case, without signs, with
slips of the pen in `WORDS` put right. The first line that fits decides, so the narrower ones stand first.
"""

from __future__ import annotations

import re

CONCEPTS: tuple[tuple[str, str], ...] = (
    ("no", r"^(no|nomor|nmr|no urut|nomor urut)$"),
    ("source", r"^sumber( |$)|^(instansi|lembaga|pihak) (penilai|pengukur|pembina|sumber)|^penilai$"),
    ("unit", r"^satuan$|^satuan (ukur|ukuran|indikator|target|kinerja|nilai)|^unit (ukur|ukuran|satuan)$"),
    ("scale", r"^skala$|^skala (nilai|penilaian|ukur|ukuran|pengukuran|indeks|maksimal)|^rentang( |$)|^interval"),
    ("rank", r"^(peringkat|ranking|rangking|rank)( |$)|^urutan( prioritas)?$|^(nomor|no) prioritas$|^prioritas$"),
    (
        "total",
        r"^(total|jumlah)$|^(total|jumlah) (skor|nilai|bobot|berbobot|tertimbang|akhir)|"
        r"(skor|nilai) (total|akhir|prioritas|gabungan|berbobot|tertimbang)|"
        r"total skor|total nilai|^skala prioritas|^hasil akhir$|^indeks prioritas$",
    ),
    (
        "mandatory",
        r"^(mandatory|mandatori|wajib)( |$)|(mandatory|mandatori|wajib) (atau |dan )?(inisiatif|pilihan|tidak)|"
        r"^(sifat|jenis|kategori|status)( kegiatan| program)?( utama)?$",
    ),
    ("indicator", r"^(nama )?indikator|^ukuran (keberhasilan|kinerja)|^iku$|^tolok ukur"),
    (
        "baseline",
        r"^base ?line|^(data|angka|garis|tahun) dasar|^(kondisi|nilai|capaian|data|posisi) (awal|eksisting|dasar)|"
        r"^kondisi saat ini|^kondisi existing",
    ),
    ("target", r"^target|^proyeksi( |$)|^rencana (capaian|target)"),
    ("role", r"dalam tim|^(peran|kedudukan)$|^peran dalam|^(kedudukan|jabatan) tim|^keanggotaan$"),
    (
        "position",
        r"^(kedudukan|jabatan).*(jabatan|dinas|instansi|kedinasan|pokok|struktural|organisasi|definitif)$|"
        r"^(nama )?jabatan( |$)|^pejabat$|^unsur( perangkat daerah| organisasi)?$",
    ),
    ("person", r"^nama( pegawai| pejabat| lengkap| dan gelar| personil)$|^nip$"),
    ("team", r"^(nama |susunan )?(tim|pokja|kelompok kerja)( reformasi birokrasi| rb| kerja)?$"),
    (
        "coordinator",
        r"koordinator|penanggung ?jawab|pengampu|^(pic|pj)( |$)|leading sector|^koordinasi$|^mengoordinasikan$",
    ),
    (
        "implementers",
        r"pelaksana$|^pelaksana( |$)|pelaksana kegiatan$|pendukung$|^(instansi|pihak) terkait$|"
        r"^(perangkat daerah|opd|skpd|pd|unit kerja|satuan kerja)( terkait)?$",
    ),
    ("theme", r"^(nama )?tema( |$)|^isu (rb )?tematik|^fokus (rb )?tematik|^(rb|reformasi birokrasi) tematik$"),
    (
        "activity",
        r"^(nama |uraian |daftar )?(kegiatan|program|agenda|rencana aksi|aksi)( |$)|"
        r"^kebijakan( utama)?$|kegiatan utama$",
    ),
    ("goal", r"^tujuan( |$)"),
    ("objective", r"^sasaran( |$)|^kondisi yang diharapkan$"),
    (
        "actual",
        r"^(capaian|realisasi)( kinerja| nilai| tahun| hasil)?( tahun)?$|^nilai (capaian|hasil|tahun)( tahun)?$",
    ),
    ("name", r"hasil antara|^(uraian|komponen|aspek|unsur penilaian|nama|indeks|parameter)( |$)"),
    ("period", r"^(tahun|th|ta)$"),
    ("score:mandate", r"^mandat( |$)|^amanat( |$)"),
    ("score:severity", r"keparahan|^parah( |$)"),
    ("score:urgency", r"^waktu( |$)|mendesak|urgensi|^urgen|kemendesakan"),
)

# "Nilai", "Hasil", "Skor" and the like are a result of a year only when the year stands beside them.
RESULT_OF_A_YEAR = r"^(nilai|hasil|skor|indeks|capaian|realisasi|kondisi|prestasi)( |$)"

_WORDS = """
amanat anggaran anggota awal baseline bobot capaian daerah dampak hasil indikator instansi jabatan jumlah keanggotaan
kebijakan kedudukan kegiatan keparahan kesiapan ketua keterangan kinerja komponen koordinator mandat mandatory mendesak
nama nasional nilai nomor pagu pelaksana pelaksanaan penanggung pengampu peringkat perangkat prioritas program realisasi
sasaran satuan semester skala skor strategis sumber tahun target tema tematik total tribulan triwulan tujuan unsur
uraian urgensi utama waktu
"""
# A header word that is nearly one of these is taken for it.
WORDS = frozenset(_WORDS.split())

NATIONAL = re.compile(r"\b(nasional|national)\b")
