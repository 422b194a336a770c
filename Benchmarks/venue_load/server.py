"""The servers: every exchange on a port of its own, all in one process."""

import asyncio
import base64
import hashlib
import json
import struct
import sys
import time
from urllib.parse import parse_qsl, unquote, urlsplit

from . import market, venues

# A round holds as many slots, so that the instruments of a connection speak one after the other.
SLOTS = 50


def now():
    return time.time_ns() // 1_000_000


def frame(payload, opcode=1):
    size = len(payload)
    if size < 126:
        return struct.pack("!BB", 0x80 | opcode, size) + payload
    if size < 65_536:
        return struct.pack("!BBH", 0x80 | opcode, 126, size) + payload
    return struct.pack("!BBQ", 0x80 | opcode, 127, size) + payload


class Connection(asyncio.Protocol):
    """One connection: questions, or a stream once it has been upgraded."""

    def __init__(self, venue, load):
        self.venue = venue
        self.load = load
        self.buffer = bytearray()
        self.is_stream = False
        self.slots = [{} for _ in range(SLOTS)]
        self.places = {}

    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=64 << 20)

    def connection_lost(self, error):
        self.load.streams.discard(self)

    def data_received(self, data):
        self.buffer += data
        while self.read_frame() if self.is_stream else self.read_request():
            pass

    def read_request(self):
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return False
        lines = self.buffer[:end].decode("latin-1").split("\r\n")
        headers = {key.strip().lower(): value.strip() for key, value in (line.split(":", 1) for line in lines[1:])}
        size = int(headers.get("content-length", 0))
        if len(self.buffer) < end + 4 + size:
            return False
        body = bytes(self.buffer[end + 4 : end + 4 + size])
        del self.buffer[: end + 4 + size]
        target = urlsplit(lines[0].split(" ")[1])
        if "sec-websocket-key" in headers:
            self.upgrade(headers["sec-websocket-key"])
        else:
            self.answer(unquote(target.path), dict(parse_qsl(target.query)), body)
        return True

    def answer(self, path, query, body):
        self.load.questions += 1
        text = self.venue.answer(path, query, body, now())
        status, text = ("200 OK", text) if text is not None else ("404 Not Found", '{"message":"not found"}')
        payload = text.encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(payload)}\r\n\r\n"
        self.transport.write(head.encode() + payload)

    def upgrade(self, key):
        digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        self.transport.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + base64.b64encode(digest) + b"\r\n\r\n")
        self.is_stream = True
        self.load.streams.add(self)

    def read_frame(self):
        data = self.buffer
        if len(data) < 6:
            return False
        size, start = data[1] & 0x7F, 2
        if size == 126:
            size, start = struct.unpack_from("!H", data, 2)[0], 4
        if len(data) < start + 4 + size:
            return False
        mask = data[start : start + 4]
        payload = bytes(byte ^ mask[place % 4] for place, byte in enumerate(data[start + 4 : start + 4 + size]))
        opcode = data[0] & 0x0F
        del data[: start + 4 + size]
        if opcode == 8:
            self.transport.write(frame(payload, 8))
            self.transport.close()
        elif opcode == 9:
            self.transport.write(frame(payload, 10))
        elif opcode == 1:
            self.take(payload.decode())
        return True

    def take(self, text):
        answers, feeds, ended = self.venue.receive(text, now())
        for key in ended:
            slot = self.places.pop(key, None)
            if slot is not None:
                del self.slots[slot][key]
        for answer in answers:
            self.send(answer)
        for feed in feeds:
            slot = feed.coin.index % SLOTS
            self.places[feed.key] = slot
            self.slots[slot][feed.key] = feed
            if feed.first:
                self.send(feed.first(now()))

    def send(self, text):
        payload = text.encode()
        self.transport.write(frame(payload))
        self.load.sent += 1
        self.load.bytes += len(payload)

    def play(self, slot, number, time):
        """Sends what is due; `number` counts the rounds."""
        texts = [
            feed.make(time) for feed in self.slots[slot].values() if (number + feed.coin.index) % feed.every == 0]
        for text in texts:
            self.send(text)


class Load:
    """All exchanges, and what they have sent."""

    def __init__(self, options):
        self.options = options
        self.coins = market.coins(options.instruments)
        self.venues = [
            venue(self.coins, options.listed - options.instruments, options.funding_rows) for venue in venues.ALL]
        self.streams = set()
        self.sent = self.bytes = self.questions = 0
        self.latest = 0.0

    async def run(self):
        loop = asyncio.get_running_loop()
        ports = {}
        for venue in self.venues:
            server = await loop.create_server(lambda venue=venue: Connection(venue, self), "127.0.0.1", 0)
            ports[venue.name] = server.sockets[0].getsockname()[1]
        self.tell({"ports": ports})
        await asyncio.gather(self.play(), self.report())

    async def play(self):
        """Moves each coin on once a round, and has every stream say so."""
        slot_length = 1 / self.options.rate / SLOTS
        start = time.monotonic()
        count = 0
        while True:
            due = start + count * slot_length
            wait = due - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            else:
                self.latest = max(self.latest, -wait)
                await asyncio.sleep(0)
            number, slot = divmod(count, SLOTS)
            for coin in self.coins[slot::SLOTS]:
                coin.move()
            instant = now()
            for stream in list(self.streams):
                stream.play(slot, number, instant)
            count += 1

    async def report(self):
        while True:
            await asyncio.sleep(1)
            waiting = max((stream.transport.get_write_buffer_size() for stream in self.streams), default=0)
            self.tell({
                "at": time.monotonic(), "sent": self.sent, "bytes": self.bytes, "questions": self.questions,
                "streams": len(self.streams), "late": round(self.latest, 4), "waiting": waiting})
            self.latest = 0.0

    def tell(self, fields):
        try:
            print(json.dumps(fields), flush=True)
        except BrokenPipeError:
            sys.exit(0)
