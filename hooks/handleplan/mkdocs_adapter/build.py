"""Build an edition that is checked already."""

from __future__ import annotations

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from ..project import Project
from .complaints import complaints
from .events import check_all_pages_are_there
from .state import Given, state


def build_edition(project: Project, given: Given) -> list[str]:
    """Build one checked edition into ``given.site_dir`` with MkDocs, strictly.

    Returns an empty list, or what MkDocs complained of (then the folder is not to be used).
    """
    state.given = given
    with complaints() as lines:
        try:
            config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(given.site_dir), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
            # Asked outside MkDocs' events too: an engine that silently skips them must not pass.
            check_all_pages_are_there(given)
        except (Abort, ConfigurationError, PluginError) as error:
            return [
                "siderne hænger ikke sammen. Det er en fejl i docs/ eller hooks/ og ikke i data. MkDocs siger:",
                *(lines or [str(error)]),
            ]
        finally:
            state.given = None
    return []
