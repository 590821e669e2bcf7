"""Settings of every deployment. What differs between deployments comes from the environment:
the README lists the variables, and `employment.common.env` refuses a bad value."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

from employment.common.colours import ADMIN_GREEN
from employment.common.embedded import broker
from employment.common.env import env, flag, secret_key, words

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env("VAR_DIR", Path, BASE_DIR / "var").resolve()

# --- Security -------------------------------------------------------------------------------

DEBUG = env("DEBUG", flag, default=False)
DEMO = env("DEMO", flag, default=False)  # shows the demo accounts on the sign-in page
EMBEDDED = not os.environ.get("DATABASE_URL")
SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY:
    if not EMBEDDED:
        raise ImproperlyConfigured("Set SECRET_KEY together with DATABASE_URL.")
    SECRET_KEY = secret_key(VAR_DIR / "secret_key")

ALLOWED_HOSTS = env("ALLOWED_HOSTS", words, ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env("CSRF_TRUSTED_ORIGINS", words, [])
HTTPS = env("HTTPS", flag, default=False)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": ["blob:"],  # a recording that stays in the window
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

# --- Application ----------------------------------------------------------------------------

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "employment.common",
    "employment.accounts",
    "employment.imports",
    "employment.taxonomy",
    "employment.privacy",
    "employment.students",
    "employment.postings",
    "employment.applications",
    "employment.matches",
    "employment.guidance.rewording",
    "employment.guidance.assessments",
    "employment.guidance.resumes",
    "employment.guidance.interviews",
    "employment.guidance.scenarios",
    "employment.guidance.pathways",
    "employment.guidance.plans",
    "employment.guidance.reports",
    "employment.support",
    "employment.insights",
    "employment.feed",
    "employment.demo",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "employment.common.assets.AssetsConfig",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    "django_filters",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "employment.accounts.middleware.ActorMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "employment.common.middleware.VendorPagePolicyMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "employment.urls"
WSGI_APPLICATION = "employment.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "employment.common.context_processors.shell",
            ],
        },
    },
]

# --- Data -----------------------------------------------------------------------------------

database: dict[str, Any] = {"ENGINE": "employment.common.embedded.postgresql", "NAME": "postgres"}
if not EMBEDDED:
    database = dict(dj_database_url.parse(os.environ["DATABASE_URL"]))
DATABASES = {"default": {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "media/"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Accounts -------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_FORMS = {"login": "employment.accounts.forms.SignInForm"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {"login_failed": False}  # axes counts failures
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Qicheng"

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "employment.accounts.lockout.counted_name"
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False  # the own administration shows failed sign-ins

UNFOLD = {
    "SITE_TITLE": "启程 Qicheng",
    "SITE_HEADER": "启程 Qicheng",
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda request: static("img/favicon.svg"),
        }
    ],
    "COLORS": {"primary": ADMIN_GREEN},
}

# --- Mail -----------------------------------------------------------------------------------

EMAIL_HOST = env("EMAIL_HOST", str, "")
EMAIL_PORT = env("EMAIL_PORT", int, 587)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", str, "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", str, "")
EMAIL_USE_TLS = env("EMAIL_USE_TLS", flag, default=True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", str, "Qicheng <noreply@localhost>")

# --- Language service (optional) -------------------------------------------------------------

LANGUAGE_SERVICE_URL = env("LANGUAGE_SERVICE_URL", str, "")
LANGUAGE_SERVICE_KEY = env("LANGUAGE_SERVICE_KEY", str, "")
LANGUAGE_SERVICE_MODEL = env("LANGUAGE_SERVICE_MODEL", str, "")

# --- Languages and time ---------------------------------------------------------------------

LANGUAGE_CODE = env("LANGUAGE_CODE", str, "zh-hans")
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
TIME_ZONE = env("TIME_ZONE", str, "Asia/Shanghai")
USE_I18N = True
USE_TZ = True
FORMS_URLFIELD_ASSUME_HTTPS = True

# --- Static files ---------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
NODE_MODULES = BASE_DIR / "node_modules"
STATICFILES_DIRS = [BASE_DIR / "employment" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "employment.common.staticfiles.VendorFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "employment.common.staticfiles.HashedStaticFilesStorage"},
}

# --- API ------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",  # first: it answers 401
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "employment.common.api.PageNumberPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "30/min", "user": "600/min", "token": "10/min"},
    "EXCEPTION_HANDLER": "employment.common.api.exception_handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Qicheng API",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "employment.common.api.document_errors",
    ],
    "ENUM_NAME_OVERRIDES": {
        "PostingStateEnum": "employment.postings.enums.PostingState",
        "PostingActionEnum": "employment.postings.enums.PostingAction",
        "VerificationStateEnum": "employment.postings.enums.VerificationState",
        "RequirementKindEnum": "employment.postings.models.requirements.RequirementKind",
        "JobTypeEnum": "employment.students.enums.JobType",
        "DegreeEnum": "employment.students.enums.Degree",
        "ExperienceKindEnum": "employment.students.enums.ExperienceKind",
        "DataSourceEnum": "employment.students.enums.DataSource",
        "ApplicationStateEnum": "employment.applications.enums.ApplicationState",
        "AppointmentStateEnum": "employment.support.enums.AppointmentState",
        "AppointmentActionEnum": "employment.support.enums.AppointmentAction",
        "CounsellingTopicEnum": "employment.support.enums.Topic",
        "ApplicationActionEnum": "employment.applications.enums.ApplicationAction",
        "FeedbackKindEnum": "employment.matches.enums.FeedbackKind",
        "QuestionKindEnum": "employment.guidance.interviews.enums.QuestionKind",
        "ResumeKindEnum": "employment.guidance.resumes.enums.Kind",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# --- Worker ---------------------------------------------------------------------------------

EMBEDDED_BROKER = "filesystem://localhost"
CELERY_BROKER_URL = env("CELERY_BROKER_URL", str, EMBEDDED_BROKER)
if CELERY_BROKER_URL == EMBEDDED_BROKER:
    CELERY_BROKER_TRANSPORT = "employment.common.embedded.broker.Transport"
    CELERY_BROKER_TRANSPORT_OPTIONS = broker.folders(VAR_DIR / "broker")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 25 * 60
CELERY_TASK_TIME_LIMIT = 30 * 60
CELERY_TASK_DEFAULT_QUEUE = "matching-fast"
CELERY_TASK_ROUTES = {
    "employment.matches.tasks.work_run": {"queue": "matching-bulk"},
    "employment.matches.tasks.refit_weights": {"queue": "matching-bulk"},
    "employment.insights.tasks.*": {"queue": "matching-bulk"},
    "employment.guidance.reports.tasks.work_batch": {"queue": "matching-bulk"},
    "employment.guidance.pathways.tasks.*": {"queue": "matching-bulk"},
    "employment.guidance.plans.tasks.*": {"queue": "matching-bulk"},
    "employment.imports.tasks.*": {"queue": "imports"},
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CONCURRENCY = env("WORKER_CONCURRENCY", int, 1)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
# A message that waited longer than its interval is dropped: without a worker they would pile up.
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep-matching": {
        "task": "employment.matches.tasks.sweep",
        "schedule": 30,
        "options": {"expires": 25},
    },
    "sweep-imports": {
        "task": "employment.imports.tasks.sweep_imports",
        "schedule": 60,
        "options": {"expires": 55},
    },
    "refresh-search-terms": {
        "task": "employment.postings.tasks.refresh_terms",
        "schedule": 60,
        "options": {"expires": 55},
    },
    "refresh-demand": {
        "task": "employment.guidance.pathways.tasks.refresh_demand_task",
        "schedule": 300,
        "options": {"expires": 280},
    },
    "delete-stale-resume-uploads": {
        "task": "employment.guidance.resumes.tasks.delete_stale_uploads",
        "schedule": crontab(minute=35),
        "options": {"expires": 50 * 60},
    },
    "sweep-counselling": {
        "task": "employment.support.tasks.sweep",
        "schedule": 300,
        "options": {"expires": 280},
    },
    "send-plan-reminders": {
        "task": "employment.guidance.plans.tasks.send_reminders_task",
        "schedule": crontab(hour=8, minute=0),
        "options": {"expires": 8 * 60 * 60},
    },
    "expire-postings": {
        "task": "employment.postings.tasks.expire_postings",
        "schedule": crontab(minute=5),
        "options": {"expires": 50 * 60},
    },
}

EMBEDDING_MODEL = env("EMBEDDING_MODEL", str, "packaged")

# --- Logging: to the console, without personal data -------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", str, "INFO")},
    "loggers": {"django.request": {"level": "ERROR"}, "axes": {"level": "ERROR"}},
}
