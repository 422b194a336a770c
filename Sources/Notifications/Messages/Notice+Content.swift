import Alerting
import FoundationEssentials
import HedgeModel

extension Notice {
  /// How a notice is kept in the journal. Names are frozen: files in use hold them.
  private struct Content: Codable {
    let event: Event
    let portfolio: String
    let alert: String
    let severity: String
    let message: String
    let raised_at: Int64
    let cleared_at: Int64?
  }

  /// The notice as text for the journal.
  public var content: String {
    let content = Content(
      event: event, portfolio: portfolio, alert: alert, severity: severity.word.lowercased(), message: message,
      raised_at: raisedAt.milliseconds, cleared_at: clearedAt?.milliseconds)
    // Nothing in it can fail: texts and whole numbers.
    return (try? JSONText.of(content)) ?? "{}"
  }

  /// The notice of a text from the journal; nil for what is none.
  public init?(content text: String) {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(text.utf8)),
      let severity = Alert.Severity.allCases.first(where: { $0.word.lowercased() == content.severity })
    else { return nil }
    self.init(
      content.event, portfolio: content.portfolio, alert: content.alert, severity: severity, message: content.message,
      raisedAt: Timestamp(milliseconds: content.raised_at),
      clearedAt: content.cleared_at.map { Timestamp(milliseconds: $0) })
  }
}
