import Dispatch
import Glibc

/// Listens at a place and hands over who connects, on the main actor.
///
/// What a dead process left there is replaced; where a living one listens, it is not disturbed. Only the user's own
/// processes are let in: the folder and the socket are theirs alone, and the kernel tells who connects.
@MainActor
public final class SocketListener {
  /// Where it listens.
  public let place: SocketPlace
  private let lock: SocketLock
  private let source: any DispatchSourceRead
  private var isOpen = true

  /// Begins to listen.
  ///
  /// - Parameter accept: is handed each connection.
  /// - Throws: ``SocketError`` when the place is not ours alone, or somebody listens there already.
  public init(
    at place: SocketPlace, accept: @escaping @MainActor (SocketConnection) -> Void
  ) throws(SocketError) {
    self.place = place
    try place.makeFolder()
    lock = try SocketLock(for: place)
    let descriptor = try Self.listen(at: place)
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { @Sendable in
      MainActor.assumeIsolated { Self.acceptAll(descriptor, accept) }
    }
    source.setCancelHandler { @Sendable in close(descriptor) }
    source.activate()
  }

  /// Listens no more and removes the socket.
  public func stop() {
    guard isOpen else { return }
    isOpen = false
    source.cancel()
    unlink(place.path)
  }

  private static func listen(at place: SocketPlace) throws(SocketError) -> CInt {
    if place.exists {
      // Its maker is dead: the lock is ours. What is no socket of ours is not ours to remove.
      try place.checkSocket()
      unlink(place.path)
    }
    let descriptor = try SocketAddress.makeSocket(for: place.path)
    let bound: CInt
    do {
      bound = try SocketAddress.with(place.path) { bind(descriptor, $0, $1) }
    } catch {
      close(descriptor)
      throw error
    }
    guard bound == 0, chmod(place.path, 0o600) == 0, Glibc.listen(descriptor, 64) == 0 else {
      let error = SocketError.system(place.path, "cannot be listened at")
      close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func acceptAll(_ descriptor: CInt, _ accept: @MainActor (SocketConnection) -> Void) {
    while true {
      let accepted = Glibc.accept(descriptor, nil, nil)
      guard accepted >= 0 else { return }
      _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
      _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
      guard let peer = SocketPeer(of: accepted), peer.user == geteuid() else {
        close(accepted)
        continue
      }
      accept(SocketConnection(accepted, peer: peer))
    }
  }
}
