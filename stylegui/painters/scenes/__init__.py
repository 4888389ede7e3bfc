"""What pictures show, apart from how they are painted: scenes and the charts they are drawn on."""
