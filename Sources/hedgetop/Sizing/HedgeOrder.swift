import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What is to be hedged, with what, and how far.
struct HedgeOrder {
  /// How far to hedge.
  enum Aim: Hashable {
    /// A share of the spot's beta.
    case hedgeRatio(Decimal)
    /// A net beta.
    case netBeta(Double)
  }

  var spot: [SpotPosition]
  var contracts: [ContractSpecification] = []
  var aim = Aim.hedgeRatio(1)
  /// Each coin with a future of its own instead of all with one.
  var isSameAsset = false
  var isInverse = false
  var lot: Decimal = Decimal(1) / 1000
  var rounding = HedgePolicy.Rounding.nearest
  var minimumQuantity: Decimal = 0
  var minimumNotional: Decimal = 0
  var band = 0.05

  /// V_S.
  var spotValue: Double { spot.reduce(Decimal(0)) { $0 + $1.value }.inexact }

  /// B_S.
  var spotBetaValue: Double { spot.reduce(0) { $0 + $1.value.inexact * $1.beta } }

  /// β_S.
  var spotBeta: Double { spotBetaValue / spotValue }

  /// β*.
  var targetBeta: Double {
    switch aim {
    case .hedgeRatio(let ratio): NetBeta.target(hedgeRatio: ratio.inexact, unhedgedBeta: spotBeta)
    case .netBeta(let beta): beta
    }
  }

  /// H; nil when the spot has no beta.
  var hedgeRatio: Double? {
    switch aim {
    case .hedgeRatio(let ratio): ratio.inexact
    case .netBeta(let beta): spotBeta == 0 ? nil : 1 - beta / spotBeta
    }
  }

  /// Notional of the benchmark that reaches the aim: negative is short.
  var targetNotional: Double { (targetBeta - spotBeta) * spotValue }
}
