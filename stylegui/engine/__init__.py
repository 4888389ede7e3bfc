"""Style-transfer algorithms: torch, numpy and Pillow only. No Qt, no prints, no global state."""
