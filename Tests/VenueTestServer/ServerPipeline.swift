import NIOCore
import NIOHTTP1
import NIOSSL
import NIOWebSocket

/// What a connection of the server is made of.
struct ServerPipeline: Sendable {
  let scripts: ServerScripts
  let connections: ConnectionList
  let context: NIOSSLContext?

  func configure(_ channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    if let context { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
    let requests = RequestHandler(scripts: scripts)
    let upgrader = NIOWebSocketServerUpgrader(
      maxFrameSize: 1 << 24, automaticErrorHandling: false,
      shouldUpgrade: { channel, head in
        let isScripted = scripts.hasSession(at: RecordedRequest(head).path)
        return channel.eventLoop.makeSucceededFuture(isScripted ? HTTPHeaders() : nil)
      },
      upgradePipelineHandler: { channel, head in
        channel.eventLoop.makeCompletedFuture { try play(RecordedRequest(head), on: channel) }
      })
    let boundRequests = NIOLoopBound(requests, eventLoop: channel.eventLoop)
    try pipeline.configureHTTPServerPipeline(
      withServerUpgrade: (
        upgraders: [upgrader],
        completionHandler: { context in
          context.pipeline.syncOperations.removeHandler(boundRequests.value, promise: nil)
        }
      ))
    try pipeline.addHandler(requests)
  }

  private func play(_ request: RecordedRequest, on channel: any Channel) throws {
    let (steps, place) = scripts.begin(request)
    connections.note(channel, plays: request.path)
    let player = ScriptPlayer(steps) { [scripts] body in scripts.change(place, body) }
    try channel.pipeline.syncOperations.addHandler(player)
  }
}
