"""The only settings file. Everything an installation may choose comes from the environment (docs/configuration.md)."""

from hashlib import sha256
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from petajalan.common.environment import (
    database,
    demonstration_day,
    env_address,
    env_choice,
    env_flag,
    env_folder,
    env_int,
    env_list,
    env_text,
    mail,
    secret_key,
)

PACKAGE_DIR = Path(__file__).resolve().parent

# --- the installation -----------------------------------------------------------------------------------------------

DATA_DIR = env_folder("PETAJALAN_DATA_DIR", "data")
DEBUG = env_flag("PETAJALAN_DEBUG")
SECRET_KEY = secret_key("PETAJALAN_SECRET_KEY", DATA_DIR)
SECRET_KEY_FALLBACKS = env_list("PETAJALAN_OLD_SECRET_KEYS")

# The sign-in page lists the demonstration people; `petajalan demo` sets this for the server it starts.
DEMO = env_flag("PETAJALAN_DEMO")

# What `common.clock` takes for today, so that a visitor sees deadlines in motion. Refused where the data are real.
TODAY = demonstration_day("PETAJALAN_TODAY", env_text("PETAJALAN_TODAY"), allowed=DEMO or DEBUG)

PUBLIC_URL = env_address("PETAJALAN_URL")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env_list("PETAJALAN_HOSTS")]
CSRF_TRUSTED_ORIGINS: list[str] = []
if PUBLIC_URL:
    ALLOWED_HOSTS.append(urlsplit(PUBLIC_URL).hostname or "")
    CSRF_TRUSTED_ORIGINS.append("{0.scheme}://{0.netloc}".format(urlsplit(PUBLIC_URL)))

# --- applications ---------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "petajalan.common",
    "petajalan.accounts",
    "petajalan.catalogue",
    "petajalan.planning",
    "petajalan.reporting",
    "petajalan.surveys",
    "petajalan.evaluation",
    "petajalan.exports",
    "petajalan.dashboard",
    "petajalan.api",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rules.apps.AutodiscoverRulesConfig",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "petajalan.common.middleware.private_pages",
    "petajalan.common.middleware.upload_limit",
    "petajalan.common.middleware.public_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "petajalan.accounts.middleware.language",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "petajalan.common.middleware.readable_refusals",
]

ROOT_URLCONF = "petajalan.urls"
WSGI_APPLICATION = "petajalan.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "petajalan.accounts.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "petajalan.common.templatetags.menus",
                "petajalan.common.templatetags.unchanging",
            ],
        },
    }
]

# --- data -----------------------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {"default": database("DATABASE_URL", DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Throttling counts must be the same in every worker: they live in the database, not in one process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "common_cache"}}

# Queued work is done by the worker that `petajalan serve` starts; at once, inside the request, where there is none.
JOBS_IMMEDIATE = env_flag("PETAJALAN_JOBS_IMMEDIATE")

MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_BYTES = env_int("PETAJALAN_UPLOAD_MAX_MB", 25, minimum=1) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE: Literal["Lax"] = "Lax"
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
# Years would read 2.024 otherwise; quantities are formatted by the `num` filter.
USE_THOUSAND_SEPARATOR = False

# --- static files ---------------------------------------------------------------------------------------------------


def assets_id() -> str:
    """A digest of our styles, scripts and vendored files: their addresses change when they do, and are cached forever.

    Cheaper than a collected and renamed copy, and it works the same in a checkout and in an installed wheel.
    """
    digest = sha256()
    for file in sorted(PACKAGE_DIR.glob("*/static/**/*")):
        if file.suffix in {".css", ".js", ".svg", ".woff2"}:
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


STATIC_URL = "/static/" if DEBUG else f"/static/{assets_id()}/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False


def WHITENOISE_IMMUTABLE_FILE_TEST(path: str, url: str) -> bool:
    return not DEBUG


# --- sign-in --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
PASSWORD_HASHERS = [
    # Memory-hard and a tenth of the processor time of PBKDF2 at its present number of rounds.
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600

ACCOUNT_ADAPTER = "petajalan.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Petajalan] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PUBLIC_URL.startswith("https://") else "http"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "petajalan.accounts.forms.SignInForm",
    "change_password": "petajalan.accounts.forms.PasswordForm",
    "reset_password": "petajalan.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "petajalan.accounts.forms.NewPasswordForm",
    "reauthenticate": "petajalan.accounts.forms.ConfirmForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",  # a whole town hall may sign in from one address on a Monday morning
    "login_failed": "10/m/ip,5/300s/key",
    "public_survey": "60/5m/ip",  # one computer at a counter, or the shared address of a waiting room
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
# Requests of one token to the interface for other systems, in a minute.
API_PER_MINUTE = env_int("PETAJALAN_API_PER_MINUTE", 300, minimum=1)
MFA_ADAPTER = "petajalan.accounts.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Petajalan"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "petajalan.accounts.forms.CodeForm",
    "reauthenticate": "petajalan.accounts.forms.ConfirmCodeForm",
    "activate_totp": "petajalan.accounts.forms.ActivateTotpForm",
}

# --- security -------------------------------------------------------------------------------------------------------

TRUSTED_PROXIES = env_int("PETAJALAN_TRUSTED_PROXIES", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

ENCRYPTED = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = ENCRYPTED
SESSION_COOKIE_NAME = "sesi"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "petajalan.common.views.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENCRYPTED else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# No 'unsafe-inline' anywhere: styles and scripts are files of ours. data: is for the small pictures inside Bootstrap.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}

# --- mail, messages, log --------------------------------------------------------------------------------------------

globals().update(mail("PETAJALAN_EMAIL_URL", DATA_DIR))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env_text("PETAJALAN_EMAIL_FROM", "Petajalan <petajalan@localhost>")

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        # Warnings only, and reopened after a rotation, so that several workers can share one file.
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": str(DATA_DIR / "petajalan.log"),
            "formatter": "line",
            "level": "WARNING",
            "delay": True,
        },
    },
    "root": {"handlers": ["stderr", "file"], "level": env_choice("PETAJALAN_LOG_LEVEL", "INFO", LOG_LEVELS)},
    "loggers": {
        "django.request": {"level": "ERROR"},  # every mistyped address is a warning there
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}

SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # the redirect to HTTPS belongs to the reverse proxy that holds the certificate
]
