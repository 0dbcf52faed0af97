import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("planning", "0002_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AdoptedFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("value", "Nilai"),
                            ("baseline", "Baseline"),
                            ("target", "Target"),
                            ("actual", "Realisasi"),
                            ("national_target", "Target nasional"),
                            ("score", "Skor"),
                            ("total", "Total skor"),
                        ],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("printed", models.TextField(verbose_name="tercetak")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("set", "Terbaca"),
                            ("text", "Pernyataan tanpa angka"),
                            ("not_set", "Belum ada"),
                            ("not_available", "Tidak tersedia"),
                            ("refused", "Tidak dapat dipastikan"),
                        ],
                        max_length=15,
                        verbose_name="hasil baca",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=10, max_digits=30, null=True, verbose_name="nilai")),
                ("unit", models.TextField(null=True, verbose_name="satuan")),
                ("level", models.TextField(null=True, verbose_name="tingkat")),
                ("label", models.TextField(null=True, verbose_name="keterangan")),
                ("low", models.DecimalField(decimal_places=10, max_digits=30, null=True, verbose_name="batas bawah")),
                ("high", models.DecimalField(decimal_places=10, max_digits=30, null=True, verbose_name="batas atas")),
                ("exclusive", models.BooleanField(default=False, verbose_name="batas tidak termasuk")),
                ("refusal", models.TextField(null=True, verbose_name="sebab tidak terbaca")),
                ("doubts", models.JSONField(default=list, verbose_name="keraguan saat membaca")),
                ("period", models.CharField(blank=True, max_length=20, verbose_name="periode")),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="diputuskan pada")),
            ],
            options={
                "verbose_name": "angka yang dipakai",
                "verbose_name_plural": "angka yang dipakai",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("title", models.TextField(verbose_name="kondisi")),
                ("text", models.TextField(blank=True, verbose_name="uraian")),
            ],
            options={
                "verbose_name": "kondisi awal",
                "verbose_name_plural": "kondisi awal",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DataPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("period", models.CharField(max_length=10, verbose_name="periode")),
                ("value", models.DecimalField(decimal_places=10, max_digits=30, verbose_name="nilai")),
                ("source", models.TextField(blank=True, verbose_name="sumber data")),
                ("as_of", models.DateField(null=True, verbose_name="per tanggal")),
            ],
            options={
                "verbose_name": "titik data",
                "verbose_name_plural": "titik data",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DataSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("name", models.TextField(verbose_name="seri data")),
                ("unit", models.TextField(blank=True, verbose_name="satuan")),
                ("source", models.TextField(blank=True, verbose_name="sumber data")),
                ("proxy", models.TextField(blank=True, verbose_name="memakai data")),
                ("simulated", models.BooleanField(default=False, verbose_name="data simulasi")),
            ],
            options={
                "verbose_name": "seri data",
                "verbose_name_plural": "seri data",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                ("name", models.TextField(verbose_name="indikator")),
                ("known_code", models.CharField(blank=True, max_length=60, verbose_name="indikator yang dikenal")),
                ("definition", models.TextField(blank=True, verbose_name="definisi operasional")),
                (
                    "value_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("number", "Angka"),
                            ("percent", "Persen"),
                            ("level", "Tingkat berangka"),
                            ("ordinal", "Predikat atau opini"),
                            ("range", "Rentang target"),
                        ],
                        max_length=10,
                        verbose_name="jenis nilai",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("higher", "Makin tinggi makin baik"),
                            ("lower", "Makin rendah makin baik"),
                            ("range", "Baik di dalam rentang"),
                        ],
                        max_length=10,
                        verbose_name="arah",
                    ),
                ),
                (
                    "formula",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ratio", "Realisasi dibagi target"),
                            ("reverse", "Terbalik: (2 × target − realisasi) dibagi target"),
                            ("inverse", "Terbalik: target dibagi realisasi"),
                            ("range", "Di dalam rentang"),
                            ("range_bound", "Terhadap batas rentang"),
                            ("level", "Tercapai menurut tingkat"),
                            ("progress", "Kemajuan dari baseline"),
                        ],
                        max_length=15,
                        verbose_name="rumus capaian",
                    ),
                ),
                (
                    "time_rule",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("last", "Nilai akhir"),
                            ("sum", "Jumlah"),
                            ("mean", "Rata-rata"),
                            ("max", "Nilai tertinggi"),
                        ],
                        max_length=10,
                        verbose_name="dari triwulan ke tahun",
                    ),
                ),
                (
                    "unit_rule",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Angka koordinator sendiri"),
                            ("sum", "Jumlah semua unit"),
                            ("share_done", "Bagian unit yang selesai"),
                            ("mean", "Rata-rata unit"),
                            ("last", "Angka terakhir"),
                        ],
                        max_length=15,
                        verbose_name="dari unit ke instansi",
                    ),
                ),
                (
                    "cap",
                    models.DecimalField(decimal_places=2, max_digits=8, null=True, verbose_name="batas atas capaian"),
                ),
                ("scale_code", models.CharField(blank=True, max_length=60, verbose_name="skala")),
                ("unit", models.CharField(blank=True, max_length=100, verbose_name="satuan")),
                ("source", models.TextField(blank=True, verbose_name="sumber data")),
                ("baseline_year", models.PositiveSmallIntegerField(null=True, verbose_name="tahun baseline")),
            ],
            options={
                "verbose_name": "indikator",
                "verbose_name_plural": "indikator",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Obstacle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("text", models.TextField(verbose_name="hambatan")),
            ],
            options={
                "verbose_name": "hambatan",
                "verbose_name_plural": "hambatan",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PolicyObjective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                ("name", models.TextField(verbose_name="sasaran kebijakan")),
            ],
            options={
                "verbose_name": "sasaran kebijakan",
                "verbose_name_plural": "sasaran kebijakan",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "kind",
                    models.CharField(
                        choices=[("programme", "Program"), ("innovation", "Inovasi")],
                        max_length=10,
                        verbose_name="bentuk",
                    ),
                ),
                ("name", models.TextField(verbose_name="program atau inovasi")),
                ("text", models.TextField(blank=True, verbose_name="uraian")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Direncanakan"),
                            ("running", "Berjalan"),
                            ("done", "Selesai"),
                            ("stopped", "Dihentikan"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
            ],
            options={
                "verbose_name": "program atau inovasi",
                "verbose_name_plural": "program dan inovasi",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RelatedRegulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("title", models.TextField(verbose_name="peraturan terkait")),
            ],
            options={
                "verbose_name": "peraturan terkait",
                "verbose_name_plural": "peraturan terkait",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RootCause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("process", "Proses bisnis"),
                            ("data", "Data"),
                            ("regulation", "Regulasi/kebijakan"),
                            ("technology", "Teknologi informasi"),
                            ("people", "SDM"),
                            ("programme", "Program/kegiatan"),
                        ],
                        max_length=10,
                        verbose_name="kelompok sebab",
                    ),
                ),
                ("text", models.TextField(verbose_name="akar masalah")),
            ],
            options={
                "verbose_name": "akar masalah",
                "verbose_name_plural": "akar masalah",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("value", models.DecimalField(decimal_places=4, max_digits=12, null=True, verbose_name="skor")),
            ],
            options={
                "verbose_name": "skor prioritas",
                "verbose_name_plural": "skor prioritas",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SectionText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.CharField(blank=True, max_length=30, verbose_name="nomor")),
                ("title", models.TextField(verbose_name="judul")),
                ("level", models.PositiveSmallIntegerField(default=1, verbose_name="tingkat")),
                ("body", models.TextField(blank=True, verbose_name="naskah")),
                ("wording", models.PositiveIntegerField(default=1, verbose_name="rumusan ke")),
                ("current", models.BooleanField(default=True, verbose_name="yang dipakai")),
                ("written_at", models.DateTimeField(verbose_name="ditulis pada")),
            ],
            options={
                "verbose_name": "naskah bagian",
                "verbose_name_plural": "naskah bagian",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategicIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "level",
                    models.CharField(
                        choices=[("upstream", "Hulu"), ("downstream", "Hilir")], max_length=10, verbose_name="letak isu"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("national", "Nasional"), ("local", "Daerah")],
                        max_length=10,
                        verbose_name="lingkup isu",
                    ),
                ),
                ("title", models.TextField(verbose_name="isu strategis")),
                ("text", models.TextField(blank=True, verbose_name="uraian")),
            ],
            options={
                "verbose_name": "isu strategis",
                "verbose_name_plural": "isu strategis",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="printedteam",
            options={
                "ordering": ["road_map", "position"],
                "verbose_name": "tim tercetak",
                "verbose_name_plural": "tim tercetak",
            },
        ),
        migrations.AlterModelOptions(
            name="printedteammember",
            options={
                "ordering": ["road_map", "position"],
                "verbose_name": "anggota tim tercetak",
                "verbose_name_plural": "anggota tim tercetak",
            },
        ),
        migrations.RemoveConstraint(
            model_name="indicatorrow",
            name="indicator_row_order",
        ),
        migrations.RemoveConstraint(
            model_name="interimresult",
            name="interim_result_order",
        ),
        migrations.RemoveConstraint(
            model_name="keyactivity",
            name="key_activity_order",
        ),
        migrations.RemoveConstraint(
            model_name="printedteam",
            name="team_order",
        ),
        migrations.RemoveConstraint(
            model_name="printedteammember",
            name="team_member_order",
        ),
        migrations.AddField(
            model_name="factor",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="factor",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris"),
        ),
        migrations.AddField(
            model_name="figure",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="goal",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="goal",
            name="national_code",
            field=models.CharField(blank=True, max_length=60, verbose_name="padanan nasional"),
        ),
        migrations.AddField(
            model_name="goal",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris"),
        ),
        migrations.AddField(
            model_name="indicatorrow",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="interimresult",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="national_code",
            field=models.CharField(blank=True, max_length=60, verbose_name="padanan nasional"),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="objective",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="key_activities",
                to="planning.objective",
                verbose_name="sasaran strategis",
            ),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris"),
        ),
        migrations.AddField(
            model_name="objective",
            name="element",
            field=models.CharField(
                blank=True,
                choices=[("hard", "Hard element"), ("soft", "Soft element")],
                max_length=4,
                verbose_name="unsur",
            ),
        ),
        migrations.AddField(
            model_name="objective",
            name="goal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="objectives",
                to="planning.goal",
                verbose_name="tujuan",
            ),
        ),
        migrations.AddField(
            model_name="objective",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="objective",
            name="national_code",
            field=models.CharField(blank=True, max_length=60, verbose_name="padanan nasional"),
        ),
        migrations.AddField(
            model_name="objective",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris"),
        ),
        migrations.AddField(
            model_name="printedteam",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="printedteammember",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="based_on",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="amendments",
                to="planning.roadmap",
                verbose_name="perubahan atas",
            ),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="decree_date",
            field=models.DateField(null=True, verbose_name="tanggal penetapan"),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="decree_reference",
            field=models.TextField(blank=True, verbose_name="dasar penetapan"),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="document",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="planning.regulation",
                verbose_name="dokumen",
            ),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="reason",
            field=models.TextField(blank=True, verbose_name="alasan"),
        ),
        migrations.AddField(
            model_name="theme",
            name="evidence",
            field=models.TextField(blank=True, verbose_name="data dan bukti"),
        ),
        migrations.AddField(
            model_name="theme",
            name="existing",
            field=models.TextField(blank=True, verbose_name="kinerja saat ini"),
        ),
        migrations.AddField(
            model_name="theme",
            name="gap",
            field=models.TextField(blank=True, verbose_name="kesenjangan"),
        ),
        migrations.AddField(
            model_name="theme",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddField(
            model_name="theme",
            name="national_code",
            field=models.CharField(blank=True, max_length=60, verbose_name="padanan nasional"),
        ),
        migrations.AddField(
            model_name="theme",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris"),
        ),
        migrations.AddField(
            model_name="theme",
            name="wanted",
            field=models.TextField(blank=True, verbose_name="kinerja yang diinginkan"),
        ),
        migrations.AddField(
            model_name="adoptedfigure",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="adoptedfigure",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="diputuskan oleh",
            ),
        ),
        migrations.AddField(
            model_name="adoptedfigure",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="adoptedfigure",
            name="statement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="adoptions",
                to="planning.figure",
                verbose_name="pernyataan tercetak",
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="condition",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="datapoint",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="datapoint",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="dataseries",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="dataseries",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="dataseries",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="series",
                to="planning.theme",
                verbose_name="tema",
            ),
        ),
        migrations.AddField(
            model_name="datapoint",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="points",
                to="planning.dataseries",
                verbose_name="seri data",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="adoptedfigure",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="adopted",
                to="planning.indicator",
                verbose_name="indikator",
            ),
        ),
        migrations.AddField(
            model_name="indicatorrow",
            name="indicator",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rows",
                to="planning.indicator",
                verbose_name="indikator dalam register",
            ),
        ),
        migrations.AddField(
            model_name="interimresult",
            name="indicator",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="interim_results",
                to="planning.indicator",
                verbose_name="indikator",
            ),
        ),
        migrations.AddField(
            model_name="obstacle",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="obstacle",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="obstacle",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="obstacles",
                to="planning.theme",
                verbose_name="tema",
            ),
        ),
        migrations.AddField(
            model_name="policyobjective",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="policyobjective",
            name="objective",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="policy_objectives",
                to="planning.objective",
                verbose_name="sasaran strategis",
            ),
        ),
        migrations.AddField(
            model_name="policyobjective",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="policy_objective",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="key_activities",
                to="planning.policyobjective",
                verbose_name="sasaran kebijakan",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="programmes",
                to="planning.theme",
                verbose_name="tema",
            ),
        ),
        migrations.AddField(
            model_name="relatedregulation",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="relatedregulation",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="relatedregulation",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="related_regulations",
                to="planning.theme",
                verbose_name="tema",
            ),
        ),
        migrations.AddField(
            model_name="rootcause",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="rootcause",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="children",
                to="planning.rootcause",
                verbose_name="sebab dari",
            ),
        ),
        migrations.AddField(
            model_name="rootcause",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="rootcause",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="root_causes",
                to="planning.theme",
                verbose_name="tema",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="cause",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="programmes",
                to="planning.rootcause",
                verbose_name="akar masalah",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="factor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="planning.factor"
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="key_activity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="planning.keyactivity"
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="sectiontext",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="sectiontext",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AddField(
            model_name="sectiontext",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ditulis oleh",
            ),
        ),
        migrations.AddField(
            model_name="strategicissue",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="strategicissue",
            name="road_map",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
            ),
        ),
        migrations.AlterField(
            model_name="figure",
            name="printed",
            field=models.TextField(verbose_name="tercetak"),
        ),
        migrations.AlterField(
            model_name="keyactivity",
            name="objective_printed",
            field=models.TextField(null=True, verbose_name="sasaran tercetak"),
        ),
        migrations.AlterField(
            model_name="roadmap",
            name="regulation",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="road_map",
                to="planning.regulation",
                verbose_name="peraturan",
            ),
        ),
        migrations.AlterField(
            model_name="roadmap",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Rancangan"),
                    ("enacted", "Ditetapkan"),
                    ("amended", "Diubah"),
                    ("revoked", "Dicabut"),
                ],
                max_length=10,
                verbose_name="keadaan",
            ),
        ),
    ]
