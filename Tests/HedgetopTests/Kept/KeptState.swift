import Foundation
import HedgeModel
import Journal

/// A home folder with a journal of the sample portfolio in it, as a monitor leaves it.
struct KeptState {
  static let start = Timestamp(milliseconds: 1_700_006_400_000)
  static let leg = LegID(
    strategy: "Core", instrument: InstrumentID(venue: "simulated", symbol: "BTC-PERP"), account: "dollar margin")

  let folder: TemporaryFolder
  let journal: PortfolioJournal

  init(portfolio: String = "Sample portfolio") throws {
    folder = try TemporaryFolder()
    journal = try PortfolioJournal(
      portfolio: portfolio, folder: "\(folder.path)/.local/state/hedgetop", command: "watch", now: Self.start)
  }

  /// Keeps `count` seconds of figures: net beta falls by a thousandth a second, margin is unknown in every other.
  func keepHistory(_ count: Int, strategy: String = "Core") {
    journal.keep {
      (0..<count).map { second in
        HistorySample(at: Self.start + .seconds(second), strategy: strategy) { figure in
          switch figure {
          case .netBeta: 0.2 - Double(second) / 1000
          case .marginRatio: second.isMultiple(of: 2) ? 0.25 : nil
          case .spotValue: 1_234_567.5
          default: nil
          }
        }
      }
    }
    journal.settle()
  }

  /// A decision of each sort that matters, an alert from start to end, and two payments.
  func keepLog() throws {
    let fill = Fill(
      leg: Self.leg, contracts: Decimal(-5) / 1000, price: 65_000, fee: nil, oldContracts: -5,
      oldEntryPrice: 64_000, convention: .linear)
    let changes: [Decision.Change] = [
      .hedgeRatio(old: Decimal(8) / 10, new: Decimal(85) / 100), .fill(fill), .acknowledgement(alert: "drift/Core"),
      .undo(id: 2), .review,
    ]
    for (index, change) in changes.enumerated() {
      _ = try journal.record(
        Decision(
          at: Self.start + .seconds(index), strategy: "Core", change: change, command: index == 4 ? "attach" : nil))
    }
    for (index, kind) in AlertEvent.Kind.allCases.enumerated() {
      journal.keep(
        AlertEvent(
          at: Self.start + .seconds(60 + index), kind: kind, alert: "drift/Core", severity: "warning",
          message: "Core: drift, \"wide\"\u{1B}[2J\nof the band"))
    }
    let payments = [nil, Decimal(exactly: "65000.1")].enumerated().map { index, mark in
      LegPayment(
        leg: Self.leg, time: Self.start + .hours(Double(8 * index)), rate: Decimal(1) / 10_000, contracts: -5,
        mark: mark, amount: mark.map { $0 * 5 / 10_000 }, currency: "USD")
    }
    journal.keep(funding: { (payments, []) }, at: Self.start)
    journal.settle()
  }

  func run(_ arguments: [String]) throws -> ProgramRun { try ProgramRun(arguments, in: folder) }
}
