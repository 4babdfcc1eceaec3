"""The only file MkDocs loads: its events in, calls to the adapter out.

MkDocs has this folder on ``sys.path`` only while it loads the file, so the package is imported here, at
the top. The events run first (priority 100): print-site reads the nav and ``site_dir`` in its own.
"""

from handleplan.mkdocs_adapter import events as adapter
from mkdocs.plugins import event_priority


def on_startup(command, dirty):
    adapter.started(command)


@event_priority(100)
def on_config(config):
    return adapter.configure(config)


@event_priority(100)
def on_files(files, config):
    return adapter.add_pages(files, config)


def on_post_build(config):
    adapter.built(config)


def on_serve(server, config, builder):
    return adapter.watch(server)
