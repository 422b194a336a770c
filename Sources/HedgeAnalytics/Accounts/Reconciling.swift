import FoundationEssentials
import HedgeModel

/// Compares an account as its venue told it with what we reckon of it.
public enum Reconciling {
  /// A liquidation price may differ by so much of itself: it follows every other position and balance of the account.
  public static let liquidationTolerance = 0.01
  /// A margin may differ by so much of itself: mark prices of the same second differ by less.
  public static let marginTolerance = 0.02
  /// A mark price that differs by more is not the venue's of now.
  static let markTolerance = 0.005

  /// The comparison of one account.
  ///
  /// - Parameters:
  ///   - snapshot: what the venue told.
  ///   - figures: our figures of the portfolio the account belongs to.
  public static func reconcile(_ snapshot: AccountSnapshot, of account: AccountID, in figures: PortfolioFigures)
    -> Reconciliation
  {
    let told = Provenance(asOf: min(snapshot.at, figures.now), source: account.name)
    let legs = figures.strategies.flatMap(\.legs).filter { $0.leg.account == account }
    let positions = snapshot.positions.filter { $0.contracts != 0 }.flatMap { position in
      lines(of: position, legs.first { $0.instrument.id == position.instrument }, told)
    }
    let listed = Set(snapshot.positions.lazy.filter { $0.contracts != 0 }.map(\.instrument))
    let gone = legs.filter { $0.leg.contracts != 0 && !listed.contains($0.instrument.id) }.map {
      line(ofGone: $0, told)
    }
    let own = figures.accounts.first { $0.id == account }
    return Reconciliation(
      account: account, lines: gone + positions + accountLines(snapshot.margin, own, figures.currency, told))
  }

  /// A leg that is held here and of which the venue knows nothing: closed there, or liquidated.
  private static func line(ofGone leg: LegFigures, _ told: Provenance) -> Reconciliation.Line {
    Reconciliation.Line(
      subject: .position, instrument: leg.instrument.id, ours: .known(leg.leg.contractsValue, told),
      venue: .known(0, told), difference: .unknown(UnknownReason(.undefined, "the venue holds none")),
      cause: "\(leg.leg.contracts) here, and the venue lists no such position")
  }

  private static func lines(
    of position: AccountPosition, _ leg: LegFigures?, _ told: Provenance
  ) -> [Reconciliation.Line] {
    let missing = Reading<Double>.unknown(
      UnknownReason(.notConfigured, "no strategy holds \(position.instrument)"))
    let settled = leg?.settledMaintenanceMargin ?? missing
    let mark = leg?.mark ?? missing
    return [
      line(
        .liquidationPrice, position.instrument, ours: leg?.liquidationPrice ?? missing,
        venue: (position.venue.liquidationPrice, told), tolerance: liquidationTolerance
      ) { cause(of: position, leg, mark) ?? "the balance or another position of the account, or a fee of liquidation" },
      line(
        .maintenanceMargin, position.instrument, ours: settled, venue: (position.venue.maintenanceMargin, told),
        tolerance: marginTolerance
      ) { cause(of: position, leg, mark) ?? "the margin table" },
    ]
  }

  private static func accountLines(
    _ margin: AccountMargin, _ own: AccountFigures?, _ currency: Asset, _ told: Provenance
  ) -> [Reconciliation.Line] {
    let missing = Reading<Double>.unknown(UnknownReason(.notConfigured, "the account is not in the portfolio"))
    // Amounts in another unit than the portfolio's are not compared: a rate of ours would stand between them.
    guard margin.unit == currency.symbol else { return [] }
    return [
      line(.equity, nil, ours: own?.equity ?? missing, venue: (margin.equity, told), tolerance: marginTolerance) {
        "a balance, or the profit of a position"
      },
      line(
        .accountMaintenanceMargin, nil, ours: own?.maintenanceMargin ?? missing,
        venue: (margin.maintenanceMargin, told),
        tolerance: marginTolerance
      ) { "a position or a margin table" },
    ]
  }

  private static func line(
    _ subject: Reconciliation.Line.Subject, _ instrument: InstrumentID?, ours: Reading<Double>,
    venue: (value: Double?, Provenance), tolerance: Double, cause: () -> String
  ) -> Reconciliation.Line {
    let told: Reading<Double> =
      venue.value.map { .known($0, venue.1) } ?? .unknown(UnknownReason(.notReceived, "the venue does not tell it"))
    let difference = ours.divided(by: told, undefined: "the venue reckons nothing").map { $0 - 1 }
    let isOff = difference.isFresh && (difference.value.map { abs($0) > tolerance } ?? false)
    return Reconciliation.Line(
      subject: subject, instrument: instrument, ours: ours, venue: told, difference: difference,
      cause: isOff ? cause() : nil)
  }

  /// The input of a position that differs; nil when size, entry and mark are the venue's.
  private static func cause(of position: AccountPosition, _ leg: LegFigures?, _ mark: Reading<Double>) -> String? {
    guard let leg else { return "the position is in no strategy" }
    if position.contracts != leg.leg.contracts {
      return "the size: \(leg.leg.contracts) here, \(position.contracts.map { "\($0)" } ?? "unknown") there"
    }
    if let theirs = position.entryPrice, theirs != leg.leg.entryPrice {
      return "the entry price: \(leg.leg.entryPrice.map { "\($0)" } ?? "unknown") here, \(theirs) there"
    }
    if let theirs = position.venue.markPrice, let ours = mark.value, abs(ours / theirs - 1) > markTolerance {
      return "the mark price: \(ours) here, \(theirs) there"
    }
    return nil
  }
}

extension LegFigures {
  /// Maintenance margin in the settlement asset, as venues tell it: its share of the notional, times the notional there.
  fileprivate var settledMaintenanceMargin: Reading<Double> {
    let size = abs(leg.contractsValue) * instrument.multiplierValue
    let settled = mark.map { instrument.convention == .linear ? size * $0 : size / $0 }
    return maintenanceMargin.divided(by: notional.map(abs), undefined: "nothing is held") * settled
  }
}
