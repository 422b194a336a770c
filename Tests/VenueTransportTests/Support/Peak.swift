import Synchronization

/// The highest of the values it was told.
final class Peak: Sendable {
  private let highest = Mutex(0)

  var value: Int { highest.withLock { $0 } }

  func note(_ value: Int) {
    highest.withLock { $0 = max($0, value) }
  }
}
