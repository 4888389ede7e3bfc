"""What leaves the marks of the larger painters: each module is one painter's own tool."""
