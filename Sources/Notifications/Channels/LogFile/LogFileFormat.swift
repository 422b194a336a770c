import Alerting
import HedgeModel

/// How lines are written to a file.
public enum LogFileFormat: String, Hashable, Sendable, CaseIterable {
  /// One JSON object a line.
  case json
  /// Words for people.
  case text

  /// The line of a notice, with its end.
  func line(_ notice: Notice, in message: Message) throws -> String {
    switch self {
    case .json: try JSONText.of(MessageReport(Message([notice], at: message.at))) + "\n"
    case .text:
      "\(message.at.iso8601) \(notice.severity.word) \(notice.event.rawValue) \(notice.alert) \(notice.portfolio): "
        + "\(notice.message)\n"
    }
  }
}
