import Alerting

/// How a body is written for its receiver.
public enum WebhookFormat: Hashable, Sendable {
  /// Our own JSON, `hedgetop.alert.v1`.
  case json
  /// ntfy, published as JSON to the server's root.
  case ntfy(topic: String)
  /// An incoming webhook of Slack.
  case slack
  /// A webhook of Discord.
  case discord
  /// The method `sendMessage` of a bot of Telegram.
  case telegram(chat: String)

  /// The body of a message. Texts go through the JSON encoder, and what a receiver would take for more than text is
  /// taken away.
  func body(_ message: Message) throws -> [UInt8] {
    switch self {
    case .json: try JSONText.bytes(MessageReport(message))
    case .ntfy(let topic): try JSONText.bytes(Ntfy(topic, message))
    case .slack: try JSONText.bytes(Slack(message))
    case .discord: try JSONText.bytes(Discord(message))
    case .telegram(let chat): try JSONText.bytes(Telegram(chat, message))
    }
  }

  private struct Ntfy: Encodable {
    let topic: String
    let title: String
    let message: String
    let priority: Int
    let tags: [String]

    init(_ topic: String, _ message: Message) {
      self.topic = topic
      title = message.title
      self.message = message.text
      switch message.severity {
      case .info: (priority, tags) = (3, ["information_source"])
      case .warning: (priority, tags) = (4, ["warning"])
      case .critical: (priority, tags) = (5, ["rotating_light"])
      }
    }
  }

  /// Slack reads `<`, `>` and `&` as the marks of links and of mentions of everybody.
  private struct Slack: Encodable {
    let text: String

    init(_ message: Message) {
      text = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce("\(message.title)\n\(message.text)") {
        $0.replacing($1.0, with: $1.1)
      }
    }
  }

  /// Discord would mention whoever a text names; it is told to mention nobody. It takes 2000 characters.
  private struct Discord: Encodable {
    struct Mentions: Encodable {
      let parse: [String] = []
    }

    let content: String
    let allowed_mentions = Mentions()

    init(_ message: Message) {
      content = String("\(message.title)\n\(message.text)".prefix(2000))
    }
  }

  /// Without a parse mode Telegram takes a text as it is, 4096 characters of it.
  private struct Telegram: Encodable {
    let chat_id: String
    let text: String
    let disable_web_page_preview = true

    init(_ chat: String, _ message: Message) {
      chat_id = chat
      text = String("\(message.title)\n\(message.text)".prefix(4096))
    }
  }
}
