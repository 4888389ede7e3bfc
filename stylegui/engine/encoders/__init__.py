"""The networks whose features style transfer compares: one interface (`encoder`), three networks."""
