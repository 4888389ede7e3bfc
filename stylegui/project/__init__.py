"""The artist's work: photo, styles, parameters and the versions painted from them. No Qt."""
