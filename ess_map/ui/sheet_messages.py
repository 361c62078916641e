"""French texts of the sheet of an actor."""

from __future__ import annotations

CHAMPS = {
    "nom": "Nom",
    "siret": "Siret",
    "siren": "Siren",
    "famille": "Famille",
    "categorie_juridique": "Forme juridique",
    "types": "Type de structure",
    "labels": "Labels",
    "themes": "Thèmes",
    "naf": "Activité (NAF)",
    "effectif": "Effectif",
    "adresse": "Adresse",
    "code_postal": "Code postal",
    "code_commune": "Commune",
    "position": "Position",
    "longitude": "Longitude",
    "latitude": "Latitude",
    "precision_position": "Position",
    "site_web": "Site internet",
    "date_creation": "Date de création",
}
"""Field of an actor -> French word."""
