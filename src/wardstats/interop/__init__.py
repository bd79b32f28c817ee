"""Other people's tools; each room needs an extra of its own, and is imported only on demand."""
