import NIOCore
import NIOHTTP1

/// One connection: takes its requests one after the other and writes an answer to each before the next is looked at.
///
/// It reads by itself, and reads no more while an answer waits to be taken: a client that asks and does not listen
/// costs one answer, whose bytes it shares with all others.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let gate: RequestGate
  private let limits: PortLimits
  private let pages: PortServer.Pages
  private let roster: ConnectionRoster
  /// Requests that have come whole, or as far as they are read, and wait for their turn.
  private var waiting: [HTTPRequestHead] = []
  /// The request that is coming.
  private var head: HTTPRequestHead?
  /// What is said after the last answer, to something that is no request.
  private var refusal: PortAnswer?
  /// True from the first byte of a request until it is whole.
  private var isArriving = false
  private var isWriting = false
  private var isAnswering = false
  /// True once nothing more is read.
  private var isEnding = false
  /// True once the last answer was taken.
  private var isLeaving = false
  private var alarm: Scheduled<Void>?

  init(gate: RequestGate, limits: PortLimits, roster: ConnectionRoster, pages: @escaping PortServer.Pages) {
    self.gate = gate
    self.limits = limits
    self.roster = roster
    self.pages = pages
  }

  func channelActive(context: ChannelHandlerContext) {
    roster.add(context.channel)
    wake(context, in: limits.idleTime)
    context.read()
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    alarm?.cancel()
    roster.remove(context.channel)
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ArrivalHandler.Arrival else { return context.fireUserInboundEventTriggered(event) }
    guard !isArriving, !isEnding else { return }
    isArriving = true
    if !isWriting { wake(context, in: limits.requestTime, saying: .words(408, "the request took too long")) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      // What follows such a head is not read: nothing here takes a body, or goes over to another protocol.
      if RequestGate.announcesBody(head) || head.headers.contains(name: "Upgrade") || head.method == .CONNECT {
        waiting.append(head)
        isEnding = true
      }
    case .body: break
    case .end:
      if let head { waiting.append(head) }
      head = nil
      isArriving = false
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    answerWaiting(context)
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isEnding else { return }
    switch error {
    case HTTPParserError.headerOverflow, is ByteToMessageDecoderError.PayloadTooLargeError:
      refuse(.words(431, "the headers are too long"), context)
    case HTTPParserError.invalidVersion: refuse(.words(505, "only HTTP/1.0 and HTTP/1.1 are spoken here"), context)
    case is HTTPParserError: refuse(.words(400, "this is no HTTP request"), context)
    default: context.close(promise: nil)
    }
  }

  /// Answers what was asked before, then refuses, then ends.
  private func refuse(_ answer: PortAnswer, _ context: ChannelHandlerContext) {
    isEnding = true
    refusal = answer
    answerWaiting(context)
  }

  private func answerWaiting(_ context: ChannelHandlerContext) {
    // An answer may be taken while it is being written; the loop then goes on, and not a call within a call.
    guard !isAnswering else { return }
    isAnswering = true
    while !isWriting, context.channel.isActive {
      if !waiting.isEmpty {
        answer(waiting.removeFirst(), context)
      } else if let refusal {
        self.refusal = nil
        write(refusal, to: nil, isLast: true, context)
      } else {
        break
      }
    }
    isAnswering = false
    if !isWriting, !isEnding || isLeaving, context.channel.isActive { context.read() }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let isLast = isEnding && waiting.isEmpty && refusal == nil || !head.isKeepAlive
    if isLast {
      isEnding = true
      waiting = []
      refusal = nil
    }
    switch gate.judge(head) {
    case .refused(let answer): write(answer, to: head, isLast: isLast, context)
    case .asks(let path):
      write(pages(path) ?? .words(404, "there is no such page"), to: head, isLast: isLast, context)
    }
  }

  private func write(_ answer: PortAnswer, to head: HTTPRequestHead?, isLast: Bool, _ context: ChannelHandlerContext) {
    isWriting = true
    wake(context, in: limits.answerTime)
    roster.note(context.channel, isAnswering: true)
    let response = ResponseHead.of(answer, to: head, isLast: isLast)
    context.write(Self.wrapOutboundOut(.head(response)), promise: nil)
    if head?.method != .HEAD {
      context.write(Self.wrapOutboundOut(.body(.byteBuffer(answer.body.bytes))), promise: nil)
    }
    let taken = context.eventLoop.makePromise(of: Void.self)
    taken.futureResult.assumeIsolated().whenComplete { _ in self.wasTaken(isLast: isLast, context) }
    context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: taken)
  }

  private func wasTaken(isLast: Bool, _ context: ChannelHandlerContext) {
    isWriting = false
    roster.note(context.channel, isAnswering: false)
    if isLast { return leave(context) }
    wake(context, in: limits.idleTime)
    answerWaiting(context)
  }

  /// Says that this was all, and drops what still comes until the client ends too. One that is cut off at once while it
  /// sends would not hear the answer: the system forgets it (RFC 9112, section 9.6).
  private func leave(_ context: ChannelHandlerContext) {
    isLeaving = true
    waiting = []
    context.triggerUserOutboundEvent(ArrivalHandler.Farewell(), promise: nil)
    wake(context, in: limits.leaveTime)
    let left = context.eventLoop.makePromise(of: Void.self)
    left.futureResult.assumeIsolated().whenFailure { _ in context.close(promise: nil) }
    context.close(mode: .output, promise: left)
    if context.channel.isActive { context.read() }
  }

  /// Ends the connection after a time, with words where somebody may hear them; an earlier alarm is forgotten.
  private func wake(_ context: ChannelHandlerContext, in time: Duration, saying words: PortAnswer? = nil) {
    alarm?.cancel()
    alarm = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) {
      if let words { self.refuse(words, context) } else { context.close(promise: nil) }
    }
  }
}
