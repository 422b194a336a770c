import Dispatch
import Glibc

/// A connected socket that never waits: bytes that came are handed over, and what is to be written is asked for as room
/// for it comes.
@MainActor
public final class SocketConnection {
  /// Who is at the other end.
  public let peer: SocketPeer
  private let descriptor: CInt
  private let reading: any DispatchSourceRead
  private var writing: (any DispatchSourceWrite)?
  private var isOpen = true
  private var receive: (@MainActor (ArraySlice<UInt8>) -> Void)?
  private var hasRoom: (@MainActor () -> Void)?
  private var hasEnded: (@MainActor () -> Void)?

  /// The most bytes taken at once unless told otherwise, so that one who sends without end lets others have their turn.
  public static let portion = 32 * 1024

  init(_ descriptor: CInt, peer: SocketPeer) {
    self.descriptor = descriptor
    self.peer = peer
    reading = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
  }

  /// Connects to a place.
  ///
  /// - Throws: ``SocketError`` when nobody listens there, or the place or the listener is not ours.
  public static func connect(to place: SocketPlace) throws(SocketError) -> SocketConnection {
    try place.checkFolder()
    try place.checkSocket()
    let descriptor = try SocketAddress.makeSocket(for: place.path)
    let status: CInt
    do {
      status = try SocketAddress.with(place.path) { Glibc.connect(descriptor, $0, $1) }
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    guard status == 0 else {
      let error = SocketError.system(
        place.path, "nobody answers", kind: errno == ECONNREFUSED ? .absent : .refused)
      Glibc.close(descriptor)
      throw error
    }
    guard let peer = SocketPeer(of: descriptor), peer.user == geteuid() else {
      Glibc.close(descriptor)
      throw SocketError(.unsafe, place.path, "another user listens there; nothing was sent")
    }
    return SocketConnection(descriptor, peer: peer)
  }

  /// Begins to hear.
  ///
  /// - Parameters:
  ///   - portion: the most bytes to be handed over at once.
  ///   - receive: is handed bytes as they come.
  ///   - hasRoom: is called when there is room again after ``write(_:)`` found none.
  ///   - hasEnded: is called once, when the other end is gone; not after ``close()``.
  public func start(
    portion: Int = SocketConnection.portion, receive: @escaping @MainActor (ArraySlice<UInt8>) -> Void,
    hasRoom: @escaping @MainActor () -> Void, hasEnded: @escaping @MainActor () -> Void
  ) {
    self.receive = receive
    self.hasRoom = hasRoom
    self.hasEnded = hasEnded
    // The sources are on the main queue, which is the main actor's.
    reading.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated { self?.read(portion) }
    }
    let descriptor = descriptor
    reading.setCancelHandler { @Sendable in _ = Glibc.close(descriptor) }
    reading.activate()
  }

  /// Writes as many bytes as there is room for.
  ///
  /// - Returns: how many; where not all, `hasRoom` tells when to try again.
  public func write(_ bytes: ArraySlice<UInt8>) -> Int {
    var written = 0
    while isOpen, written < bytes.count {
      let count = bytes.dropFirst(written).withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if errno == EAGAIN || errno == EWOULDBLOCK { waitForRoom() }
        break
      }
      written += count
    }
    return written
  }

  /// Closes it; nothing is told afterwards.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    let hasStarted = receive != nil
    receive = nil
    hasRoom = nil
    hasEnded = nil
    writing?.cancel()
    writing = nil
    if !hasStarted {
      // A source that was never activated closes nothing.
      let descriptor = descriptor
      reading.setCancelHandler { @Sendable in _ = Glibc.close(descriptor) }
      reading.activate()
    }
    reading.cancel()
  }

  private func read(_ portion: Int) {
    guard isOpen else { return }
    var buffer = [UInt8](repeating: 0, count: portion)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 {
      receive?(buffer[..<count])
      return
    }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    let ended = hasEnded
    close()
    ended?()
  }

  /// Watches for room by a descriptor of its own, which is closed with its source: two sources on one descriptor would
  /// each have to outlive the other.
  private func waitForRoom() {
    guard writing == nil else { return }
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { return }
    let source = DispatchSource.makeWriteSource(fileDescriptor: own, queue: .main)
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated { self?.roomCame() }
    }
    source.setCancelHandler { @Sendable in _ = Glibc.close(own) }
    source.activate()
    writing = source
  }

  private func roomCame() {
    writing?.cancel()
    writing = nil
    hasRoom?()
  }
}
