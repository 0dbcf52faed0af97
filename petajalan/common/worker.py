"""`python -m petajalan.common.worker`: the process that does queued work, started by `petajalan serve`."""

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petajalan.settings")
    django.setup()
    from petajalan.common.jobs import work

    work()


if __name__ == "__main__":
    main()
