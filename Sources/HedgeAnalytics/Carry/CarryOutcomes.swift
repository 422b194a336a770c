import HedgeModel

/// What holding a hedge would have brought over every stretch of its funding's past that is as long as the holding
/// period: the spread behind the expected carry. Cash is received positive.
///
/// The stretches overlap, so they are fewer independent facts than they are many: ``independentCount`` tells how many
/// fit side by side.
public struct CarryOutcomes: Hashable, Sendable {
  /// The outcomes, rising; at least one.
  public let values: [Double]
  /// How many stretches of this length fit into the past side by side.
  public let independentCount: Int

  /// How many stretches there are.
  public var count: Int { values.count }
  /// The mean outcome.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }
  /// The worst outcome.
  public var minimum: Double { values.first ?? .nan }
  /// The best outcome.
  public var maximum: Double { values.last ?? .nan }
  /// The outcome in the middle.
  public var median: Double { percentile(0.5) }

  /// Outcomes in any order; nil when there is none, or one is no number.
  public init?(_ values: [Double], independentCount: Int) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    self.values = values.sorted()
    self.independentCount = independentCount
  }

  /// The outcome that the share `share` of all is at or below, interpolated between neighbours (Hyndman and Fan's
  /// type 7). A share outside 0…1 is taken to its end.
  public func percentile(_ share: Double) -> Double {
    let place = min(max(share, 0), 1) * Double(values.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (values[upper] - values[lower]) * (place - Double(lower))
  }

  /// The share of the outcomes below `limit`: 0 is none, 1 all.
  public func share(below limit: Double) -> Double {
    Double(values.count { $0 < limit }) / Double(values.count)
  }

  /// The same outcomes with `cash` added to each, as for fees that are paid in every one.
  public func shifted(by cash: Double) -> CarryOutcomes {
    CarryOutcomes(values.map { $0 + cash }, independentCount: independentCount) ?? self
  }
}
