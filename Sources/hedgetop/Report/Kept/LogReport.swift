import HedgeModel
import Journal

/// What was decided, told and paid, as JSON, CSV and text.
struct LogReport: Encodable {
  /// The sort of an entry.
  enum Kind: String, CaseIterable, Encodable {
    case decision
    case alert
    case funding
  }

  let schema = "hedgetop.log.v1"
  let portfolio: String
  let entries: [KeptEntry]

  private enum CodingKeys: String, CodingKey {
    case schema, portfolio, entries
  }

  init(portfolio: String, _ entries: [KeptEntry]) {
    self.portfolio = portfolio
    self.entries = entries
  }

  /// The entries of a time, oldest first; of one instant decisions first.
  ///
  /// - Parameter reader: nil where nothing is kept.
  /// - Throws: ``ProgramFailure`` when they cannot be read.
  static func entries(
    of reader: JournalReader?, from since: Timestamp, to until: Timestamp, kinds: [Kind]
  ) throws -> [KeptEntry] {
    guard let reader else { return [] }
    var entries: [(at: Timestamp, entry: KeptEntry)] = []
    if kinds.contains(.decision) {
      let decisions = try reader.decisions().filter { since <= $0.at && $0.at <= until }
      entries += decisions.map { ($0.at, KeptEntry($0)) }
    }
    if kinds.contains(.alert) {
      entries += try reader.alerts(from: since, to: until).map { ($0.at, KeptEntry($0)) }
    }
    if kinds.contains(.funding) {
      entries += try reader.payments(from: since, to: until).map { ($0.time, KeptEntry($0)) }
    }
    // Sorting keeps the order of equals, so decisions stay in the order they were made.
    return entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element.entry)
  }

  /// A row an entry.
  var csv: String {
    CSVText.row(KeptEntry.columns) + entries.map { CSVText.row($0.cells) }.joined()
  }

  /// A line an entry: when, what, in which command, and the words.
  var text: String {
    guard !entries.isEmpty else { return PrintableLines.text("nothing of this is kept of \(portfolio)\n") }
    var table = TextTable([
      TextTable.Column("at", .words), TextTable.Column("kind", .words), TextTable.Column("by", .words),
      TextTable.Column("what", .words),
    ])
    for entry in entries {
      table.add([
        entry.at, entry.kind.rawValue, entry.command ?? "-", entry.words.split(separator: "\n").joined(separator: " "),
      ])
    }
    return PrintableLines.text(table.text())
  }
}
