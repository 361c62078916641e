"""What is wrong in a card, in French, with its file, its line and its field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from ess_map.typography import NON_PRECISE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from ess_map.cases.yaml_file import Location, YamlFile

_CLOSE_ENOUGH = 70

_SENTENCES: dict[str, str] = {
    "missing": f"ce champ est obligatoire et il manque\u202f; écrivez «\u00a0{NON_PRECISE}\u00a0» si la source se tait et que le champ l’accepte.",
    "string_type": "un texte est attendu\u202f; mettez la valeur entre guillemets.",
    "string_too_short": "le texte est vide.",
    "string_too_long": "le texte est trop long pour une fiche.",
    "int_type": "un nombre entier est attendu.",
    "int_from_float": "un nombre entier est attendu.",
    "float_type": "un nombre est attendu, avec un point décimal et sans espace.",
    "tuple_type": "une liste est attendue, une ligne par élément, chacune ouverte par un tiret.",
    "dict_type": "des champs sont attendus ici, pas une valeur.",
    "model_type": "des champs sont attendus ici, pas une valeur.",
    "model_attributes_type": "des champs sont attendus ici, pas une valeur.",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in the library. `str(problem)` is a French sentence that names file, line and field."""

    fichier: str
    """Path inside the data folder, `data/cas/C18-solidarauto49.yaml`."""
    ligne: int
    """First line is 1."""
    champ: str
    """Dotted path of the field (`chiffres.2.unite`), list ranks from 1; empty when the whole file is at fault."""
    phrase: str
    bloquant: bool = True
    """Whether the card was left out; False when it loaded without the faulty part."""

    def __str__(self) -> str:
        where = f"{self.fichier}, ligne {self.ligne}"
        if self.champ:
            where += f", champ «\u00a0{self.champ}\u00a0»"
        return f"{where}\u00a0: {self.phrase}"


def at(name: str, file: YamlFile, location: Location, sentence: str, *, blocking: bool = True) -> Problem:
    """Make a problem of a place in a file and a sentence."""
    return Problem(name, file.line(location), field_name(location), sentence, blocking)


def field_name(location: Location) -> str:
    """Write a location as a person counts: `("chiffres", 0, "unite")` gives `chiffres.1.unite`."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)


def from_validation(
    name: str, file: YamlFile, error: ValidationError, model: type[BaseModel], prefix: Location = ()
) -> list[Problem]:
    """Translate every refusal of a model, in the order of the file; one sentence a place."""
    found: dict[Location, Problem] = {}
    for detail in error.errors(include_url=False):
        location: Location = detail["loc"]
        found.setdefault(location, at(name, file, prefix + location, _sentence(detail, model)))
    return sorted(found.values())


def _sentence(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind = detail["type"]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "extra_forbidden":
        return _ended(f"ce champ n’existe pas{_suggestion(str(detail['loc'][-1]), _fields_beside(model, detail['loc']))}")
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = detail["ctx"].get("ge", detail["ctx"].get("le"))
        return f"la valeur doit être {'au moins' if kind.startswith('greater') else 'au plus'} {bound}."
    return _SENTENCES.get(kind, f"cette valeur est refusée ({kind}).")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _suggestion(word: str, known: Iterable[str]) -> str:
    if " " in word:
        return ". Ce semble être un morceau de phrase\u00a0: entre accolades, un texte qui a une virgule se met entre guillemets"
    near = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return f"\u202f; vouliez-vous écrire «\u00a0{near[0]}\u00a0»\u202f?" if near else ""


def _fields_beside(model: type[BaseModel], location: Location) -> tuple[str, ...]:
    """Give the fields that exist where an unknown one was written."""
    schema = _schema(model)
    node: dict[str, Any] = schema
    for part in location[:-1]:
        node = _resolved(node, schema)
        node = (
            node.get("items", {})
            if isinstance(part, int)
            else node.get("properties", {}).get(part, node.get("additionalProperties", {}))
        )
    return tuple(_resolved(node, schema).get("properties", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, through « or nothing »."""
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            target: dict[str, Any] = schema["$defs"][option["$ref"].rsplit("/", 1)[-1]]
            return target
    return node
