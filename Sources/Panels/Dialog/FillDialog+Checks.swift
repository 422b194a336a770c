import FoundationEssentials
import HedgeModel

extension FillDialog {
  /// The trade as typed, exact; nil while a field holds no usable number.
  var trade: (contracts: Decimal, price: Decimal)? {
    guard fault(in: .contracts) == nil, fault(in: .price) == nil, let count = DecimalEntry.parse(contracts.text),
      let paid = DecimalEntry.parse(price.text)
    else { return nil }
    return (count, paid)
  }

  /// Why a field holds no usable number; nil when it does.
  func fault(in field: Field) -> String? {
    switch field {
    case .contracts: contractsFault
    case .price: priceFault
    }
  }

  private var contractsFault: String? {
    guard let count = DecimalEntry.parse(contracts.text) else { return DecimalEntry.fault(contracts.text) }
    if count == 0 { return "a trade of nothing" }
    let step = choice.instrument.lotStep
    return FillDialog.isMultiple(count, of: step) ? nil : "not a multiple of the lot step \(step)"
  }

  /// A fill over several price levels has an average price off the tick, so any positive price is taken.
  private var priceFault: String? {
    guard let paid = DecimalEntry.parse(price.text) else { return DecimalEntry.fault(price.text) }
    return paid > 0 ? nil : "a price above zero"
  }

  static func isMultiple(_ amount: Decimal, of step: Decimal) -> Bool {
    guard step > 0 else { return true }
    let lots = amount / step
    return rounded(lots) * step == amount
  }

  /// The price on the nearest tick; nil when it is no price.
  static func onTick(_ price: Double, _ tick: Decimal) -> Decimal? {
    guard price.isFinite, price > 0, let exact = Decimal(exactly: "\(price)") else { return nil }
    guard tick > 0 else { return exact }
    return rounded(exact / tick) * tick
  }

  /// The nearest whole number. `Decimal` has no rounding of its own without all of Foundation, but it divides
  /// and multiplies exactly what its digits hold: an offset, then the digits before the point.
  private static func rounded(_ value: Decimal) -> Decimal {
    let half = Decimal(sign: .plus, exponent: -1, significand: 5)
    let raised = (value.magnitude + half).description.prefix { $0 != "." }
    let whole = Decimal(exactly: String(raised)) ?? value
    return value < 0 ? -whole : whole
  }
}
