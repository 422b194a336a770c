"""The program in a pseudo-terminal, and what it takes."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

TICK = os.sysconf("SC_CLK_TCK")


class Program:
    """The program, running; nobody sees its screen but this."""

    def __init__(self, path, arguments, environment, columns=120, rows=40):
        self.written = 0
        self.screen = b""
        self.id, self.terminal = pty.fork()
        if self.id == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(path, [path, *arguments], environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def run(self, seconds):
        """Reads what it writes for so long; false when it has ended."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            if not select.select([self.terminal], [], [], rest)[0]:
                continue
            try:
                data = os.read(self.terminal, 65_536)
            except OSError:
                return False
            self.written += len(data)
            self.screen = (self.screen + data)[-200_000:]
        return True

    def sample(self):
        """Seconds of CPU used, and memory in MB: resident, of its own, and the most there was."""
        with open(f"/proc/{self.id}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        with open(f"/proc/{self.id}/status") as file:
            status = dict(line.split(":", 1) for line in file)
        memory = {key: round(int(status[name].split()[0]) / 1024, 1) for key, name in (
            ("rss", "VmRSS"), ("own", "RssAnon"), ("most", "VmHWM"))}
        return {
            "at": time.monotonic(), "user": int(fields[11]) / TICK, "system": int(fields[12]) / TICK,
            "threads": self.threads(), "written": self.written, **memory}

    def threads(self):
        """Seconds of CPU of each thread."""
        used = {}
        for thread in os.listdir(f"/proc/{self.id}/task"):
            try:
                with open(f"/proc/{self.id}/task/{thread}/stat") as file:
                    name, _, rest = file.read().partition("(")[2].rpartition(")")
            except OSError:
                continue
            fields = rest.split()
            used[f"{name} {thread}"] = (int(fields[11]) + int(fields[12])) / TICK
        return used

    def stop(self):
        try:
            os.kill(self.id, signal.SIGTERM)
        except ProcessLookupError:
            pass
        self.run(5)
        os.close(self.terminal)
        return os.waitpid(self.id, 0)[1]
