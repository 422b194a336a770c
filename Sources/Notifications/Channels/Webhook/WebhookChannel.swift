/// Posts each message as JSON to an address.
public struct WebhookChannel: AlertChannel {
  private let target: WebhookTarget
  private let format: WebhookFormat
  private let network: any WebhookPosting

  /// A channel to `target`.
  public init(_ target: WebhookTarget, format: WebhookFormat, network: any WebhookPosting) {
    self.target = target
    self.format = format
    self.network = network
  }

  /// Posts a message.
  public func send(_ message: Message) async -> ChannelOutcome {
    guard let body = try? format.body(message) else { return .refused("the message cannot be written as JSON") }
    return await network.deliver(body, to: target, at: message.at)
  }
}
