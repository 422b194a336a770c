import HedgeModel

extension Instrument {
  /// True for a perpetual: futures with an end and spot pay no funding.
  var paysFunding: Bool { if case .perpetual = kind { true } else { false } }
}
