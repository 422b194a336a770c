import Alerting
import Foundation
import HedgeModel
import Testing

@testable import Notifications

/// What is told, and that nothing in it can be more than text.
@Suite struct NoticeTests {
  /// Texts that mean something to somebody: shells, JSON, headers, terminals, markup.
  static let hostile = [
    "; rm -rf /", "$(touch /tmp/x)", "`id`", "a\"b", "a'b", "back\\slash", "line\nbreak", "return\r\nX-Injected: yes",
    "\u{1B}]0;title\u{7}", "\u{0}", "\u{202E}reversed", "<b>&amp;</b>", "@everyone <!channel> <@1>", "%s%n",
    "{\"a\":1}",
    "–help", "--urgency=low", "\u{2028}separator", "é🚀",
  ]

  static func message(_ text: String) -> Message {
    let notice = Notice(
      .raised, portfolio: text, alert: text, severity: .critical, message: text, raisedAt: Timestamp(seconds: 0))
    return Message([notice], at: Timestamp(seconds: 60))
  }

  @Test("a notice holds one line without control characters, whatever it was made of", arguments: hostile)
  func clean(text: String) throws {
    let notice = try #require(Self.message(text).lead)
    for words in [notice.words, notice.portfolio, notice.alert] {
      #expect(
        !words.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}" })
    }
  }

  @Test("a notice comes back from the journal as it was", arguments: hostile)
  func content(text: String) {
    for event in Notice.Event.allCases {
      for severity in Alert.Severity.allCases {
        let notice = Notice(
          event, portfolio: text, alert: text, severity: severity, message: text, raisedAt: Timestamp(seconds: 5),
          clearedAt: event == .cleared ? Timestamp(seconds: 6) : nil)
        #expect(Notice(content: notice.content) == notice)
      }
    }
  }

  @Test("every body is JSON in which the texts are what they were", arguments: hostile)
  func bodies(text: String) throws {
    let message = Self.message(text)
    let formats: [WebhookFormat] = [.json, .ntfy(topic: text), .slack, .discord, .telegram(chat: text)]
    for format in formats {
      let body = try #require(
        try JSONSerialization.jsonObject(with: Data(try format.body(message))) as? [String: Any])
      switch format {
      case .json:
        #expect(body["text"] as? String == message.text)
        #expect(Set(body.keys) == ["schema", "at", "portfolio", "title", "text", "severity", "alerts", "more"])
      case .ntfy:
        #expect(body["topic"] as? String == text && body["message"] as? String == message.text)
        #expect(body["priority"] as? Int == 5)
      case .slack:
        let words = try #require(body["text"] as? String)
        #expect(!words.contains("<") && !words.contains(">"))
      case .discord:
        #expect((body["allowed_mentions"] as? [String: [String]])?["parse"] == [])
        #expect(body["content"] as? String == "\(message.title)\n\(message.text)")
      case .telegram:
        #expect(body["chat_id"] as? String == text && body["parse_mode"] == nil)
      }
    }
  }

  @Test("a line of a file is one line", arguments: hostile, LogFileFormat.allCases)
  func lines(text: String, format: LogFileFormat) throws {
    let message = Self.message(text)
    let line = try format.line(try #require(message.lead), in: message)
    #expect(line.hasSuffix("\n") && line.count(where: \.isNewline) == 1)
  }

  @Test("the desktop's arguments are arguments: text stands behind -- and is no markup", arguments: hostile)
  func desktop(text: String) throws {
    let arguments = DesktopChannel().arguments(Self.message(text))
    #expect(arguments.count == 6 && arguments[3] == "--" && arguments[2] == "--urgency=critical")
    #expect(!arguments[5].contains("<"))
  }

  @Test("a burst tells the worst that lasts in full and counts the others")
  func summary() {
    let notices = [
      DispatchBench.notice("over", .critical, .cleared), DispatchBench.notice("first warning"),
      DispatchBench.notice("second warning"), DispatchBench.notice("knowing", .info),
    ]
    let message = Message(notices, at: Timestamp(seconds: 0))
    #expect(message.text == "first warning, and 3 more" && message.title == "Book: WARNING")
  }

  @Test("JSON writes fifty notices out and counts the rest")
  func bounded() throws {
    let message = Message((0..<60).map { DispatchBench.notice("alert \($0)") }, at: Timestamp(seconds: 0))
    let report = MessageReport(message)
    #expect(report.alerts.count == 50 && report.more == 10)
  }
}
