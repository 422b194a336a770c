/// Tells Prometheus Alertmanager what lasts, again and again, and what is over.
public struct AlertmanagerChannel: AlertChannel {
  /// An alert that was not told for so many resend intervals is over for Alertmanager.
  static let missedResends = 4

  private let target: WebhookTarget
  private let span: Duration
  private let network: any WebhookPosting

  /// A channel to the Alertmanager at `target`, whose address is its root: `http://localhost:9093`.
  ///
  /// - Parameter resendInterval: how often it is told of what lasts.
  public init(_ target: WebhookTarget, resendInterval: Duration, network: any WebhookPosting) {
    let root = target.url.hasSuffix("/") ? String(target.url.dropLast()) : target.url
    self.target = WebhookTarget(
      url: root + "/api/v2/alerts", token: target.token, secret: target.secret, limit: target.limit)
    span = resendInterval * Self.missedResends
    self.network = network
  }

  /// Posts the alerts of a message.
  public func send(_ message: Message) async -> ChannelOutcome {
    guard let body = try? JSONText.bytes(AlertmanagerBody.lines(message, lasting: span)) else {
      return .refused("the message cannot be written as JSON")
    }
    return await network.deliver(body, to: target, at: message.at)
  }
}
