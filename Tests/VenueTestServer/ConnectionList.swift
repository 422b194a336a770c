import NIOCore
import Synchronization

/// The open connections of a server.
final class ConnectionList: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])
  private let paths = Mutex<[ObjectIdentifier: String]>([:])

  var count: Int { channels.withLock(\.count) }

  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    channels.withLock { $0[id] = channel }
    channel.closeFuture.whenComplete { _ in
      _ = self.channels.withLock { $0.removeValue(forKey: id) }
      _ = self.paths.withLock { $0.removeValue(forKey: id) }
    }
  }

  func note(_ channel: any Channel, plays path: String) {
    paths.withLock { $0[ObjectIdentifier(channel)] = path }
  }

  func perform(_ steps: [SessionStep], at path: String) {
    let places = paths.withLock { $0.filter { $0.value == path }.keys }
    let found = channels.withLock { channels in places.compactMap { channels[$0] } }
    for channel in found {
      channel.eventLoop.execute {
        guard let context = try? channel.pipeline.syncOperations.context(handlerType: ScriptPlayer.self),
          let player = context.handler as? ScriptPlayer
        else { return }
        player.append(steps, context)
      }
    }
  }

  func closeAll() {
    for channel in channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
  }
}
