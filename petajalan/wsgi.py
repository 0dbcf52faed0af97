"""What a WSGI server loads: `gunicorn petajalan.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petajalan.settings")
application = get_wsgi_application()
