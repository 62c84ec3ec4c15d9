"""The address that phones of the same network reach."""

import socket

from talko.settings import Settings

ANY = {"0.0.0.0", "::", ""}


def address(settings: Settings) -> str:
    """Asked anew each time, for a laptop moves from one network to the next."""
    if settings.public_url:
        return settings.public_url
    host = own_address() if settings.host in ANY else settings.host
    return f"http://{host}:{settings.port}" if settings.port != 80 else f"http://{host}"


def own_address() -> str:
    """The address of this machine in its network. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # kept for documentation, reached by nobody (RFC 5737)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
