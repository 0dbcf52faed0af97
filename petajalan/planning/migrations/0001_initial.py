import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import petajalan.planning.models.regulation


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0003_one_holder"),
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Regulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=50, verbose_name="nomor")),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="tahun")),
                ("title", models.CharField(blank=True, max_length=500, verbose_name="judul")),
                ("period_start", models.PositiveSmallIntegerField(null=True, verbose_name="awal periode")),
                ("period_end", models.PositiveSmallIntegerField(null=True, verbose_name="akhir periode")),
                ("enacted_on", models.DateField(null=True, verbose_name="ditetapkan pada")),
                ("named_agency", models.CharField(blank=True, max_length=200, verbose_name="daerah menurut dokumen")),
                (
                    "file",
                    models.FileField(
                        max_length=200,
                        upload_to=petajalan.planning.models.regulation.regulation_path,
                        verbose_name="berkas",
                    ),
                ),
                ("filename", models.CharField(max_length=200, verbose_name="nama berkas")),
                ("format", models.CharField(blank=True, max_length=10, verbose_name="bentuk berkas")),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("size", models.PositiveBigIntegerField(verbose_name="ukuran")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="diunggah pada")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu dibaca"),
                            ("reading", "Sedang dibaca"),
                            ("read", "Sudah dibaca"),
                            ("failed", "Tidak dapat dibaca"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="keadaan",
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0, verbose_name="kemajuan pembacaan (persen)")),
                ("status_at", models.DateTimeField(verbose_name="keadaan sejak")),
                ("failure_code", models.CharField(blank=True, max_length=40)),
                ("failure_id", models.TextField(blank=True)),
                ("failure_en", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "peraturan",
                "verbose_name_plural": "peraturan",
                "ordering": ["-uploaded_at", "-id"],
                "indexes": [models.Index(fields=["agency", "-uploaded_at"], name="regulation_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "sha256"), name="regulation_file_once_per_agency"),
                    models.CheckConstraint(
                        condition=models.Q(("progress__lte", 100)), name="regulation_progress_percent"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("period_end__isnull", True), ("period_start__isnull", True)),
                            ("period_start__lte", models.F("period_end")),
                            _connector="OR",
                        ),
                        name="regulation_period_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "regulation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reading", to="planning.regulation"
                    ),
                ),
                ("data", models.TextField()),
                ("findings", models.TextField()),
                ("tables", models.PositiveSmallIntegerField(verbose_name="jumlah tabel")),
                ("errors", models.PositiveIntegerField(verbose_name="kesalahan")),
                ("warnings", models.PositiveIntegerField(verbose_name="peringatan")),
                ("notes", models.PositiveIntegerField(verbose_name="catatan")),
                ("rules_version", models.CharField(max_length=40, verbose_name="versi aturan")),
                ("read_at", models.DateTimeField(verbose_name="dibaca pada")),
            ],
            options={
                "verbose_name": "hasil pembacaan peraturan",
                "verbose_name_plural": "hasil pembacaan peraturan",
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "regulation"), name="reading_once_per_regulation")
                ],
            },
        ),
        migrations.CreateModel(
            name="RoadMap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "regulation",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="road_map",
                        to="planning.regulation",
                        verbose_name="peraturan",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.regulation",
                        verbose_name="dokumen",
                    ),
                ),
                (
                    "based_on",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="planning.roadmap",
                        verbose_name="perubahan atas",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versi")),
                ("title", models.TextField(verbose_name="judul")),
                ("period_start", models.PositiveSmallIntegerField(null=True, verbose_name="awal periode")),
                ("period_end", models.PositiveSmallIntegerField(null=True, verbose_name="akhir periode")),
                (
                    "status",
                    models.CharField(
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
                ("current", models.BooleanField(default=False, verbose_name="yang berlaku")),
                ("decree_reference", models.TextField(blank=True, verbose_name="dasar penetapan")),
                ("decree_date", models.DateField(null=True, verbose_name="tanggal penetapan")),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                ("created_at", models.DateTimeField(verbose_name="dibuat pada")),
                ("changed_at", models.DateTimeField(null=True, verbose_name="terakhir diubah pada")),
                ("edits", models.PositiveIntegerField(default=0, editable=False, verbose_name="jumlah perubahan")),
            ],
            options={
                "verbose_name": "road map",
                "verbose_name_plural": "road map",
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "version"), name="road_map_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)), fields=("agency",), name="road_map_one_current"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "draft")),
                        fields=("agency", "based_on"),
                        name="road_map_one_amendment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period_start__isnull", True),
                            ("period_end__isnull", True),
                            ("period_end__gte", models.F("period_start")),
                            _connector="OR",
                        ),
                        name="road_map_period_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_result", to="planning.roadmap"
                    ),
                ),
                ("findings", models.TextField()),
                ("errors", models.PositiveIntegerField(verbose_name="kesalahan")),
                ("warnings", models.PositiveIntegerField(verbose_name="peringatan")),
                ("notes", models.PositiveIntegerField(verbose_name="catatan")),
                ("rules_version", models.CharField(max_length=40, verbose_name="versi aturan")),
                ("edits", models.PositiveIntegerField(verbose_name="jumlah perubahan")),
            ],
            options={
                "verbose_name": "hasil periksa rencana",
                "verbose_name_plural": "hasil periksa rencana",
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map"), name="plan_check_once_per_plan")
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                ("name", models.TextField(null=True, verbose_name="tujuan")),
                ("national_name", models.TextField(null=True, verbose_name="tujuan nasional")),
            ],
            options={
                "verbose_name": "tujuan",
                "verbose_name_plural": "tujuan",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="goal_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="goal_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                (
                    "goal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="objectives",
                        to="planning.goal",
                        verbose_name="tujuan",
                    ),
                ),
                ("name", models.TextField(null=True, verbose_name="sasaran strategis")),
                ("national_name", models.TextField(null=True, verbose_name="sasaran strategis nasional")),
                (
                    "element",
                    models.CharField(
                        blank=True,
                        choices=[("hard", "Hard element"), ("soft", "Soft element")],
                        max_length=4,
                        verbose_name="unsur",
                    ),
                ),
            ],
            options={
                "verbose_name": "sasaran strategis",
                "verbose_name_plural": "sasaran strategis",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="objective_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="objective_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyObjective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="policy_objectives",
                        to="planning.objective",
                        verbose_name="sasaran strategis",
                    ),
                ),
                ("name", models.TextField(verbose_name="sasaran kebijakan")),
            ],
            options={
                "verbose_name": "sasaran kebijakan",
                "verbose_name_plural": "sasaran kebijakan",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="policyobjective_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="policyobjective_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("code", models.TextField(verbose_name="kode")),
                ("name", models.TextField(verbose_name="faktor")),
                ("low", models.DecimalField(decimal_places=4, max_digits=12, null=True, verbose_name="skor terendah")),
                (
                    "high",
                    models.DecimalField(decimal_places=4, max_digits=12, null=True, verbose_name="skor tertinggi"),
                ),
                ("weight", models.DecimalField(decimal_places=4, max_digits=12, null=True, verbose_name="bobot")),
            ],
            options={
                "verbose_name": "faktor prioritas",
                "verbose_name_plural": "faktor prioritas",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="factor_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="factor_key_once"),
                    models.UniqueConstraint(fields=("agency", "road_map", "code"), name="factor_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("low__isnull", True),
                            ("high__isnull", True),
                            ("high__gt", models.F("low")),
                            _connector="OR",
                        ),
                        name="factor_scale_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyActivity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                (
                    "objective",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="key_activities",
                        to="planning.objective",
                        verbose_name="sasaran strategis",
                    ),
                ),
                (
                    "policy_objective",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="key_activities",
                        to="planning.policyobjective",
                        verbose_name="sasaran kebijakan",
                    ),
                ),
                ("name", models.TextField(verbose_name="kegiatan utama")),
                ("target_name", models.TextField(null=True, verbose_name="nama dalam tabel target")),
                ("target_number", models.TextField(null=True, verbose_name="nomor dalam tabel target")),
                ("objective_printed", models.TextField(null=True, verbose_name="sasaran tercetak")),
                ("mandatory", models.BooleanField(null=True, verbose_name="mandatory")),
                (
                    "total",
                    models.DecimalField(decimal_places=4, max_digits=14, null=True, verbose_name="total hitungan"),
                ),
                ("rank", models.PositiveSmallIntegerField(null=True, verbose_name="peringkat hitungan")),
                ("rank_printed", models.PositiveSmallIntegerField(null=True, verbose_name="peringkat tercetak")),
                (
                    "coordinator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="koordinator",
                    ),
                ),
                ("all_units", models.BooleanField(default=False, verbose_name="dilaksanakan semua unit")),
            ],
            options={
                "verbose_name": "kegiatan utama",
                "verbose_name_plural": "kegiatan utama",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="keyactivity_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="keyactivity_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Implementer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                (
                    "key_activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_implementers",
                        to="planning.keyactivity",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "pelaksana",
                "verbose_name_plural": "pelaksana",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="implementer_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="implementer_key_once"),
                    models.UniqueConstraint(fields=("agency", "key_activity", "unit"), name="implementer_named_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "key_activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="planning.keyactivity"
                    ),
                ),
                (
                    "factor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="planning.factor"
                    ),
                ),
                ("value", models.DecimalField(decimal_places=4, max_digits=12, null=True, verbose_name="skor")),
            ],
            options={
                "verbose_name": "skor prioritas",
                "verbose_name_plural": "skor prioritas",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="score_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="score_key_once"),
                    models.UniqueConstraint(fields=("agency", "key_activity", "factor"), name="score_once_per_factor"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SectionText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.CharField(blank=True, max_length=30, verbose_name="nomor")),
                ("title", models.TextField(verbose_name="judul")),
                ("level", models.PositiveSmallIntegerField(default=1, verbose_name="tingkat")),
                ("part", models.CharField(blank=True, max_length=40, verbose_name="bagian wajib")),
                ("body", models.TextField(blank=True, verbose_name="naskah")),
                ("wording", models.PositiveIntegerField(default=1, verbose_name="rumusan ke")),
                ("current", models.BooleanField(default=True, verbose_name="yang dipakai")),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ditulis oleh",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="ditulis pada")),
            ],
            options={
                "verbose_name": "naskah bagian",
                "verbose_name_plural": "naskah bagian",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "road_map", "key", "wording"), name="section_text_wording_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)),
                        fields=("agency", "road_map", "key"),
                        name="section_text_one_current",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)),
                        fields=("agency", "road_map", "position"),
                        name="section_text_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StrategicIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="strategicissue_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="strategicissue_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="condition_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="condition_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                ("national_code", models.CharField(blank=True, max_length=60, verbose_name="padanan nasional")),
                ("name", models.TextField(verbose_name="tema")),
                ("objective", models.TextField(null=True, verbose_name="sasaran tematik")),
                ("evidence", models.TextField(blank=True, verbose_name="data dan bukti")),
                ("wanted", models.TextField(blank=True, verbose_name="kinerja yang diinginkan")),
                ("existing", models.TextField(blank=True, verbose_name="kinerja saat ini")),
                ("gap", models.TextField(blank=True, verbose_name="kesenjangan")),
            ],
            options={
                "verbose_name": "tema",
                "verbose_name_plural": "tema",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="theme_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="theme_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Obstacle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="obstacles",
                        to="planning.theme",
                        verbose_name="tema",
                    ),
                ),
                ("text", models.TextField(verbose_name="hambatan")),
            ],
            options={
                "verbose_name": "hambatan",
                "verbose_name_plural": "hambatan",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="obstacle_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="obstacle_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RootCause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="root_causes",
                        to="planning.theme",
                        verbose_name="tema",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="planning.rootcause",
                        verbose_name="sebab dari",
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="rootcause_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="rootcause_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("pk")), _negated=True),
                        name="root_cause_is_not_its_own_parent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programmes",
                        to="planning.theme",
                        verbose_name="tema",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="programmes",
                        to="planning.rootcause",
                        verbose_name="akar masalah",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("programme", "Program"), ("innovation", "Inovasi")],
                        max_length=10,
                        verbose_name="bentuk",
                    ),
                ),
                ("name", models.TextField(verbose_name="program atau inovasi")),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="penanggung jawab",
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="programme_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="programme_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelatedRegulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_regulations",
                        to="planning.theme",
                        verbose_name="tema",
                    ),
                ),
                ("title", models.TextField(verbose_name="peraturan terkait")),
            ],
            options={
                "verbose_name": "peraturan terkait",
                "verbose_name_plural": "peraturan terkait",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="relatedregulation_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="relatedregulation_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="planning.theme",
                        verbose_name="tema",
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="dataseries_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="dataseries_key_once"),
                    models.UniqueConstraint(fields=("agency", "theme", "name"), name="data_series_name_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="versi baris")),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="planning.dataseries",
                        verbose_name="seri data",
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="datapoint_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="datapoint_key_once"),
                    models.UniqueConstraint(fields=("agency", "series", "period"), name="data_point_once_per_period"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="indicator_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="indicator_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(("cap__isnull", True), ("cap__gt", 0), _connector="OR"),
                        name="indicator_cap_is_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InterimResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                ("name", models.TextField(verbose_name="hasil antara")),
                ("scale", models.TextField(null=True, verbose_name="skala")),
                ("source", models.TextField(null=True, verbose_name="sumber data")),
                (
                    "indicator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="interim_results",
                        to="planning.indicator",
                        verbose_name="indikator",
                    ),
                ),
            ],
            options={
                "verbose_name": "hasil antara",
                "verbose_name_plural": "hasil antara",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="interimresult_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="interimresult_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                (
                    "goal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="planning.goal",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="planning.objective",
                    ),
                ),
                (
                    "key_activity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="planning.keyactivity",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="planning.theme",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="planning.indicator",
                        verbose_name="indikator dalam register",
                    ),
                ),
                ("name", models.TextField(null=True, verbose_name="indikator")),
                ("national_indicator", models.TextField(null=True, verbose_name="indikator nasional")),
                ("unit", models.TextField(null=True, verbose_name="satuan")),
                ("baseline_year", models.PositiveSmallIntegerField(null=True, verbose_name="tahun baseline")),
                ("source", models.TextField(null=True, verbose_name="sumber data")),
                ("coordinator", models.TextField(null=True, verbose_name="koordinator")),
                ("implementers", models.TextField(null=True, verbose_name="pelaksana")),
                (
                    "coordinator_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="unit koordinator",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris indikator",
                "verbose_name_plural": "baris indikator",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="indicatorrow_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="indicatorrow_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("goal__isnull", False),
                                ("key_activity__isnull", True),
                                ("objective__isnull", True),
                                ("theme__isnull", True),
                            ),
                            models.Q(
                                ("goal__isnull", True),
                                ("key_activity__isnull", True),
                                ("objective__isnull", False),
                                ("theme__isnull", True),
                            ),
                            models.Q(
                                ("goal__isnull", True),
                                ("key_activity__isnull", False),
                                ("objective__isnull", True),
                                ("theme__isnull", True),
                            ),
                            models.Q(
                                ("goal__isnull", True),
                                ("key_activity__isnull", True),
                                ("objective__isnull", True),
                                ("theme__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_row_one_owner",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
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
                (
                    "interim_result",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="planning.interimresult",
                    ),
                ),
                (
                    "key_activity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="planning.keyactivity",
                    ),
                ),
                (
                    "indicator_row",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="planning.indicatorrow",
                    ),
                ),
                ("of", models.TextField(blank=True, verbose_name="periode atau faktor")),
            ],
            options={
                "verbose_name": "angka tercetak",
                "verbose_name_plural": "angka tercetak",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="figure_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="figure_key_once"),
                    models.UniqueConstraint(
                        fields=("agency", "interim_result", "role", "of"), name="figure_once_per_interim_result"
                    ),
                    models.UniqueConstraint(
                        fields=("agency", "key_activity", "role", "of"), name="figure_once_per_activity"
                    ),
                    models.UniqueConstraint(
                        fields=("agency", "indicator_row", "role", "of"), name="figure_once_per_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("indicator_row__isnull", True),
                                ("interim_result__isnull", False),
                                ("key_activity__isnull", True),
                            ),
                            models.Q(
                                ("indicator_row__isnull", True),
                                ("interim_result__isnull", True),
                                ("key_activity__isnull", False),
                            ),
                            models.Q(
                                ("indicator_row__isnull", False),
                                ("interim_result__isnull", True),
                                ("key_activity__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="figure_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["set", "text"]), ("value__isnull", True), _connector="OR"),
                        name="figure_value_only_when_read",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptedFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
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
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adopted",
                        to="planning.indicator",
                        verbose_name="indikator",
                    ),
                ),
                ("period", models.CharField(blank=True, max_length=20, verbose_name="periode")),
                (
                    "statement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="adoptions",
                        to="planning.figure",
                        verbose_name="pernyataan tercetak",
                    ),
                ),
                ("carried_from", models.CharField(blank=True, max_length=20, verbose_name="dilanjutkan dari")),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diputuskan oleh",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="diputuskan pada")),
            ],
            options={
                "verbose_name": "angka yang dipakai",
                "verbose_name_plural": "angka yang dipakai",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="adoptedfigure_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="adoptedfigure_key_once"),
                    models.UniqueConstraint(
                        fields=("agency", "indicator", "role", "period"), name="adopted_figure_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ("baseline", "target", "national_target"))),
                        name="adopted_figure_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "refused"), _negated=True), name="adopted_figure_is_read"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrintedTeam",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("secretariat", "Kesekretariatan (STU)"),
                            ("general", "RB General"),
                            ("thematic", "RB Tematik"),
                            ("evaluation", "Evaluasi"),
                            ("other", "Lainnya"),
                        ],
                        max_length=20,
                        verbose_name="jenis tim",
                    ),
                ),
                ("name", models.TextField(verbose_name="nama tim")),
                ("group", models.TextField(null=True, verbose_name="kelompok tim")),
            ],
            options={
                "verbose_name": "tim tercetak",
                "verbose_name_plural": "tim tercetak",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="printedteam_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="printedteam_key_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PrintedTeamMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("place_line", models.PositiveIntegerField(editable=False, null=True)),
                ("place_page", models.PositiveIntegerField(editable=False, null=True)),
                ("place_table", models.CharField(blank=True, editable=False, max_length=30)),
                ("place_row", models.PositiveIntegerField(editable=False, null=True)),
                ("place_column", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("number", models.TextField(null=True, verbose_name="nomor tercetak")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="planning.printedteam"
                    ),
                ),
                ("role", models.TextField(verbose_name="kedudukan dalam tim")),
                ("role_printed", models.TextField(null=True, verbose_name="kedudukan tercetak")),
                ("holder", models.TextField(verbose_name="kedudukan dalam jabatan")),
            ],
            options={
                "verbose_name": "anggota tim tercetak",
                "verbose_name_plural": "anggota tim tercetak",
                "ordering": ["road_map", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map", "position"), name="printedteammember_order"),
                    models.UniqueConstraint(fields=("agency", "road_map", "key"), name="printedteammember_key_once"),
                ],
            },
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="implementers",
            field=models.ManyToManyField(
                related_name="+", through="planning.Implementer", to="accounts.unit", verbose_name="pelaksana"
            ),
        ),
    ]
