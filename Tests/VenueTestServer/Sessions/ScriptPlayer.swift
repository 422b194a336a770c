import NIOCore
import NIOWebSocket

/// Plays the steps of a script to one client and writes down what the client does.
final class ScriptPlayer: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private enum Wait {
    case nothing
    case text(String)
    case pong
    case ping
    case time
    case writability
    case forever
  }

  private let record: @Sendable ((inout SessionRecord) -> Void) -> Void
  private var steps: ArraySlice<SessionStep>
  private var wait = Wait.nothing
  private var unheard: ArraySlice<String> = []
  private var pings = 0
  private var pongs = 0
  private var playback: Playback?
  private var isDead = false
  private var saidFarewell = false

  init(_ steps: [SessionStep], record: @escaping @Sendable ((inout SessionRecord) -> Void) -> Void) {
    self.steps = steps[...]
    self.record = record
  }

  func handlerAdded(context: ChannelHandlerContext) {
    // The answer to the upgrade goes first.
    let player = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.execute { player.value.0.advance(player.value.1) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    isDead = true
    record { $0.isEnded = true }
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    record { $0.errors.append(String(describing: error)) }
    context.close(promise: nil)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if case .writability = wait, context.channel.isWritable { resume(context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = Self.unwrapInboundIn(data)
    let payload = frame.unmaskedData
    note(frame, payload)
    switch frame.opcode {
    case .text: unheard.append(String(buffer: payload))
    case .ping:
      pings += 1
      if !isDead { send(.pong, payload, context) }
    case .pong: pongs += 1
    case .connectionClose:
      if !isDead, !saidFarewell { send(.connectionClose, payload, context) }
      isDead = true
      context.close(promise: nil)
    default: break
    }
    if case .text = wait { resume(context) }
    if case .ping = wait { resume(context) }
    if case .pong = wait { resume(context) }
  }

  /// Adds steps to those still to be played.
  func append(_ more: [SessionStep], _ context: ChannelHandlerContext) {
    steps += more
    if case .nothing = wait { advance(context) }
  }

  private func note(_ frame: WebSocketFrame, _ payload: ByteBuffer) {
    let bytes = Array(payload.readableBytesView)
    record { record in
      record.frames += 1
      if let key = frame.maskKey { record.maskingKeys.append(Array(key)) } else { record.unmaskedFrames += 1 }
      switch frame.opcode {
      case .text: record.texts.append(String(decoding: bytes, as: UTF8.self))
      case .ping: record.pings.append(bytes)
      case .pong: record.pongs.append(bytes)
      case .connectionClose:
        record.closeCode = bytes.count < 2 ? 1005 : Int(bytes[0]) << 8 | Int(bytes[1])
      default: break
      }
    }
  }
}

extension ScriptPlayer {
  private func resume(_ context: ChannelHandlerContext) {
    switch wait {
    case .nothing, .time, .writability: break
    case .forever: return
    case .text(let part):
      guard let place = unheard.firstIndex(where: { $0.contains(part) }) else { return unheard.removeAll() }
      unheard = unheard[(place + 1)...]
    case .pong:
      guard pongs > 0 else { return }
      pongs -= 1
    case .ping:
      guard pings > 0 else { return }
      pings -= 1
    }
    wait = .nothing
    advance(context)
  }

  private func advance(_ context: ChannelHandlerContext) {
    while case .nothing = wait, !isDead {
      if playback != nil {
        play(context)
      } else if let step = steps.popFirst() {
        perform(step, context)
      } else {
        return record { $0.isPlayed = true }
      }
    }
  }

  private func perform(_ step: SessionStep, _ context: ChannelHandlerContext) {
    switch step {
    case .text(let text): send(.text, ByteBuffer(string: text), context)
    case .binary(let bytes): send(.binary, ByteBuffer(bytes: bytes), context)
    case .fragments(let parts): sendFragments(parts, context)
    case .ping(let payload): send(.ping, ByteBuffer(bytes: payload), context)
    case .bytes(let bytes): context.channel.writeBelow(WebSocketFrameEncoder.self, bytes)
    case .recording(let frames, let pace, let rounds): playback = Playback(frames, pace, rounds: rounds)
    case .awaitText(let part): waitFor(.text(part), context)
    case .awaitPong: waitFor(.pong, context)
    case .awaitPing: waitFor(.ping, context)
    case .pause(let time): pause(time, context)
    case .silence: wait = .forever
    case .halfOpen:
      isDead = true
      context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
    case .dropMidFrame(let text):
      context.channel.writeBelow(WebSocketFrameEncoder.self, Self.half(of: text))
      drop(context)
    case .drop: drop(context)
    case .close(let code, let reason):
      saidFarewell = true
      var data = ByteBuffer(integer: UInt16(code))
      data.writeString(reason)
      send(.connectionClose, data, context)
      wait = .forever
    }
  }

  private func play(_ context: ChannelHandlerContext) {
    guard context.channel.isWritable else {
      wait = .writability
      return
    }
    switch playback?.next() {
    case .send(let text): send(.text, ByteBuffer(string: text), context)
    case .wait(let time): pause(time, context)
    case .end, nil: playback = nil
    }
  }

  private func waitFor(_ what: Wait, _ context: ChannelHandlerContext) {
    wait = what
    resume(context)
  }

  private func pause(_ time: Duration, _ context: ChannelHandlerContext) {
    wait = .time
    let player = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: TimeAmount(time)) {
      if case .time = player.value.0.wait { player.value.0.resume(player.value.1) }
    }
  }

  /// Half-way through: the connection ends as it does when a machine is gone.
  private func drop(_ context: ChannelHandlerContext) {
    isDead = true
    context.close(promise: nil)
  }

  /// The header of a frame with all of `text` and half of its bytes; for text of 126 to 65,535 bytes or less than 126.
  private static func half(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let length: [UInt8] =
      bytes.count < 126 ? [UInt8(bytes.count)] : [126, UInt8(bytes.count >> 8 & 255), UInt8(bytes.count & 255)]
    return [0x81] + length + bytes.prefix(bytes.count / 2)
  }

  private func sendFragments(_ parts: [String], _ context: ChannelHandlerContext) {
    for (place, part) in parts.enumerated() {
      let frame = WebSocketFrame(
        fin: place == parts.count - 1, opcode: place == 0 ? .text : .continuation, data: ByteBuffer(string: part))
      context.write(Self.wrapOutboundOut(frame), promise: nil)
    }
    context.flush()
  }

  private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
    let frame = WebSocketFrame(fin: true, opcode: opcode, data: data)
    context.writeAndFlush(Self.wrapOutboundOut(frame), promise: nil)
  }
}
