import NIOCore

/// The open connections of a port, on its one thread: no more of them than allowed.
///
/// When one too many comes, the one that has said nothing whole for longest is closed: whoever opens connections and
/// asks nothing keeps nobody out.
final class ConnectionRoster {
  private struct Entry {
    let channel: any Channel
    var isAnswering = false
    /// Rising with each use.
    var lastUse: Int
  }

  private let limit: Int
  private var entries: [ObjectIdentifier: Entry] = [:]
  private var uses = 0

  init(limit: Int) {
    self.limit = limit
  }

  var count: Int { entries.count }

  /// Takes a connection in, or closes it where all others are being answered.
  func add(_ channel: any Channel) {
    if entries.count >= limit, !closeIdlest() { return channel.close(promise: nil) }
    uses += 1
    entries[ObjectIdentifier(channel)] = Entry(channel: channel, lastUse: uses)
  }

  /// Notes that a connection is being answered, or is not any more.
  func note(_ channel: any Channel, isAnswering: Bool) {
    uses += 1
    entries[ObjectIdentifier(channel)]?.isAnswering = isAnswering
    entries[ObjectIdentifier(channel)]?.lastUse = uses
  }

  /// Lets a connection go that is closed.
  func remove(_ channel: any Channel) {
    entries[ObjectIdentifier(channel)] = nil
  }

  /// Closes every connection.
  func closeAll() {
    let channels = entries.values.map(\.channel)
    entries = [:]
    for channel in channels { channel.close(promise: nil) }
  }

  /// False when none may be closed.
  private func closeIdlest() -> Bool {
    let idle = entries.filter { !$0.value.isAnswering }
    guard let (id, entry) = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return false }
    entries[id] = nil
    entry.channel.close(promise: nil)
    return true
  }
}
