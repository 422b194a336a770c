/// How a posted body is written.
public enum AlertWebhookFormat: Hashable, Sendable {
  /// Our own JSON.
  case json
  /// For ntfy, with the topic.
  case ntfy(topic: String)
  /// For an incoming webhook of Slack.
  case slack
  /// For a webhook of Discord.
  case discord
  /// For a bot of Telegram, with the chat.
  case telegram(chat: String)
}
