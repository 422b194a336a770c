import HedgeAnalytics
import HedgeModel

/// A coin against its dated future, as JSON and text.
struct LockedCarryReport: Encodable {
  /// What both sides have brought at one price of the settlement.
  struct Outcome: Encodable {
    let settlement: Double
    let spotProfit: Double
    let futureProfit: Double
    let profit: Double
    /// Had both sides been of equal value instead of equal quantity.
    let profitOfEqualValues: Double
  }

  let direction: String
  let spot: Double
  let future: Double
  let days: Double
  let value: Double
  /// Coins on each side.
  let quantity: Double
  let basis: Double
  let annualised: Double
  let annualisedCompound: Double
  let fees: Double
  let interest: Double
  let lockedIn: Double
  let annualisedNet: Double
  let outcomes: [Outcome]

  /// - Throws: ``ProgramFailure`` when nothing is locked in.
  init(
    _ direction: CarryDirection, spot: Double, future: Double, days: Double, value: Double, fees: CarryFees,
    borrowRate: Double?, settlements: [Double]
  ) throws {
    let basis = Basis.fraction(future: future, spot: spot)
    let locked = CashAndCarry.locked(direction, basis: basis, days: days, fees: fees, borrowRate: borrowRate)
    guard let yield = locked.value else {
      throw ProgramFailure(.usage, locked.unknownReason?.detail ?? "nothing is locked in")
    }
    let side = direction == .cashAndCarry ? 1.0 : -1.0
    (self.direction, self.spot, self.future, self.days, self.value) = (direction.rawValue, spot, future, days, value)
    quantity = value / spot
    self.basis = basis
    annualised = Basis.annualisedSimple(basis: basis, days: days)
    annualisedCompound = Basis.annualisedCompound(basis: basis, days: days)
    self.fees = value * yield.fees * days / 365
    interest = value * yield.borrow * days / 365
    lockedIn = value * yield.earned
    annualisedNet = yield.net
    outcomes = settlements.map { price in
      func profit(_ futureQuantity: Double) -> CashAndCarry.Profit {
        CashAndCarry.profit(
          spotQuantity: side * value / spot, futureQuantity: -side * futureQuantity, spotEntry: spot,
          futureEntry: future, spot: price, future: price)
      }
      let equal = profit(value / spot)
      return Outcome(
        settlement: price, spotProfit: equal.spot, futureProfit: equal.future, profit: equal.total,
        profitOfEqualValues: profit(value / future).total)
    }
  }
}

extension LockedCarryReport {
  /// The carry for people.
  var text: String { facts.text() + "\n" + table.text() }

  private var facts: TextTable {
    var table = TextTable([.init("", .words), .init(""), .init("", .words)])
    let sides =
      direction == CarryDirection.reverse.rawValue ? "sold, and bought in the future" : "held, and sold in the future"
    table.add(["coins", Figures.fixed(quantity, 6), sides])
    table.add(["basis", Figures.percent(basis, 2, signed: true)])
    table.add(["a year", Figures.percent(annualised, 2, signed: true), "simple"])
    table.add(["", Figures.percent(annualisedCompound, 2, signed: true), "compound"])
    table.add(["fees", Figures.fixed(-fees, 2, signed: true)])
    if direction == CarryDirection.reverse.rawValue {
      table.add(["interest", Figures.fixed(-interest, 2, signed: true)])
    }
    table.add([
      "locked in", Figures.fixed(lockedIn, 2, signed: true),
      "\(Figures.percent(annualisedNet, 2, signed: true)) a year, simple",
    ])
    return table
  }

  private var table: TextTable {
    var table = TextTable([
      .init("settles at"), .init("spot"), .init("future"), .init("both"), .init("with equal values"),
    ])
    for row in outcomes {
      table.add(
        [Figures.fixed(row.settlement, 2)]
          + [row.spotProfit, row.futureProfit, row.profit, row.profitOfEqualValues].map {
            Figures.fixed($0, 2, signed: true)
          })
    }
    return table
  }
}
