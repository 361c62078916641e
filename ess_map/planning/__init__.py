"""What people of a territory write: where they stand (self-assessment), what they will do (roadmap), what they propose (drafts)."""
