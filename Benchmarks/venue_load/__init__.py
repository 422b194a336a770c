"""The load of all exchanges at once, played on this machine; see the README beside it."""
