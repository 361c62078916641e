"""One frozen object, read once from the environment (prefix `ESS_MAP_`). No I/O at import."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ess_map.errors import SettingsError

_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What a deployment may change; everything has a value that works offline on a fresh clone."""

    model_config = SettingsConfigDict(env_prefix="ESS_MAP_", frozen=True, extra="ignore")

    data_dir: Path = Field(default=_ROOT / "data", description="Folder of the embedded data (marts, identity cards).")
    report_to: str = Field(
        default="",
        pattern=r"^($|mailto:[^\s]+|https://[^\s]+)$",
        description="Where « Signaler une erreur » leads: `mailto:…` or `https://…`; empty: the producers of the lists are named.",
    )
    public_url: str = Field(
        default="",
        pattern=r"^($|https?://[^\s]+)$",
        description="Public address of this deployment, put before shared paths; empty: the browser's own address.",
    )
    user_dir: Path = Field(
        default_factory=lambda: Path.home() / ".atlas-ess",
        description="Folder of what users write: roadmaps, self-assessments, proposed cases.",
    )
    tiles: bool = Field(default=True, description="Offer the opt-in online basemaps (they are never loaded by default).")


@lru_cache(maxsize=1)
def current() -> Settings:
    """
    Give the settings of this process, read at the first call.

    Raises
    ------
    SettingsError
        If a variable has a value that cannot be used; the sentence names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(f"ESS_MAP_{'_'.join(str(p) for p in e['loc'])}".upper() for e in error.errors())
        raise SettingsError(
            f"Réglage inutilisable\u00a0: {names}. Corrigez la variable d’environnement, puis relancez."
        ) from error
