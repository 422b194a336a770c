import FoundationEssentials
import HedgeModel

/// Whom alerts are told to.
extension ConfigurationDecoder {
  private enum KindName: String, CaseIterable {
    case terminal, desktop, command, webhook, alertmanager, file
  }

  private enum FormatName: String, CaseIterable {
    case json, ntfy, slack, discord, telegram
  }

  /// Reads each `[[alerts.channel]]`.
  func alertChannels(_ reader: TableReader) -> [AlertChannelConfiguration] {
    var names = Set<String>()
    return reader.each("channel") { reader in
      guard let channel = alertChannel(reader) else { return nil }
      if !names.insert(channel.name).inserted {
        issues.error(reader.place("name"), "there is another channel \(PrintableText.quoted(channel.name)); rename one")
      }
      return channel
    }
  }

  private func alertChannel(_ reader: TableReader) -> AlertChannelConfiguration? {
    let name = reader.name("name", of: "the channel's name")
    let kindName = reader.choice("kind", of: KindName.self)
    if !reader.states("name") { reader.missing("name", "state the channel's name: name = \"phone\"") }
    if !reader.states("kind") {
      reader.missing("kind", "state one of \(TableReader.oneOf(KindName.allCases.map(\.rawValue)))")
    }
    let severity = reader.choice("severity", of: AlertChannelConfiguration.Severity.self)
    let recovery = reader.flag("recovery")
    let rate = reader.integer("rate_per_minute", 1...600, of: "messages a minute at most")
    let hours = reader.number("give_up_hours", .above(0, to: 168), of: "hours after which a message is given up")
    let limit = reader.number("timeout_seconds", .from(1, to: 300), of: "seconds one message may take")
    guard let kindName, let kind = kind(kindName, reader), let name else { return nil }
    return AlertChannelConfiguration(
      name: name, kind: kind, minimumSeverity: severity ?? .warning, sendsRecovery: recovery ?? true,
      ratePerMinute: rate ?? (kindName == .alertmanager || kindName == .file ? 60 : 6),
      givesUpAfter: hours.map { .hours($0) } ?? .hours(6),
      limit: limit.map { .milliseconds(Int64($0 * 1000)) } ?? .seconds(15))
  }

  private func kind(_ kind: KindName, _ reader: TableReader) -> AlertChannelConfiguration.Kind? {
    switch kind {
    case .terminal: return .terminal(bell: reader.flag("bell") ?? true, title: reader.flag("title") ?? true)
    case .desktop: return .desktop
    case .command: return command(reader).map { .command($0) }
    case .file:
      let path = required("path", "the path of a file: \"alerts.jsonl\"", reader)
      let format = reader.choice("format", of: AlertFileFormat.self) ?? .json
      return path.map { .file(path: resolved($0), format) }
    case .alertmanager:
      let resend = reader.number("resend_seconds", .from(10, to: 3600), of: "seconds between two tellings") ?? 60
      return target(reader, "\"http://localhost:9093\"").map {
        .alertmanager($0, resend: .milliseconds(Int64(resend * 1000)))
      }
    case .webhook:
      let target = target(reader, "\"https://example.org/hook\"")
      guard let format = format(reader), let target else { return nil }
      return .webhook(target, format)
    }
  }

  private func command(_ reader: TableReader) -> [String]? {
    let expected = "a program and its arguments: [\"alert-me\", \"--now\"]"
    let command = reader.texts("command", expected: expected)
    if !reader.states("command") { reader.missing("command", "state \(expected)") }
    guard let command, !command.isEmpty else {
      if command != nil { issues.error(reader.place("command"), "found an empty list, expected \(expected)") }
      return nil
    }
    return [command[0].contains("/") ? resolved(command[0]) : command[0]] + command.dropFirst()
  }

  private func format(_ reader: TableReader) -> AlertWebhookFormat? {
    let name = reader.choice("format", of: FormatName.self)
    if reader.isReported("format", name) { return nil }
    switch name ?? .json {
    case .json: return .json
    case .slack: return .slack
    case .discord: return .discord
    case .ntfy: return required("topic", "the topic to publish to: \"my-hedge-7f3a\"", reader).map { .ntfy(topic: $0) }
    case .telegram:
      return required("chat", "the chat's number or name: \"123456789\"", reader).map { .telegram(chat: $0) }
    }
  }

  private func required(_ key: String, _ expected: String, _ reader: TableReader) -> String? {
    if !reader.states(key) { reader.missing(key, "state \(expected)") }
    return reader.text(key, expected: expected)
  }
}
