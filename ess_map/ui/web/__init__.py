"""What leaves by a route, and the headers of every answer."""
