import FoundationEssentials
import HedgeModel

/// What a strategy is steered to.
extension ConfigurationDecoder {
  /// Reads `hedge_ratio`, `stance` and `target_beta`; nil when what the kind needs is not there.
  func aim(_ reader: TableReader, _ kind: Strategy.Kind) -> (HedgePolicy.Aim, HedgePolicy.Stance?)? {
    let ratio = reader.decimal("hedge_ratio", .from(0, to: Decimal(3) / 2), of: "the share of the beta to hedge")
    let beta = reader.decimal("target_beta", .above(0, to: 20), of: "the net beta to hold")
    let stance: HedgePolicy.Stance? = stance(reader, kind, ratio)
    if kind == .leveragedLong {
      if reader.states("hedge_ratio") {
        issues.error(reader.place("hedge_ratio"), "a leveraged long aims at target_beta; remove it")
      }
      if !reader.states("target_beta") {
        reader.missing("target_beta", "state the net beta to hold, such as 1.5")
      }
      return beta.map { (.netBeta($0), nil) }
    }
    if reader.states("target_beta") {
      issues.error(
        reader.place("target_beta"), "only a leveraged long aims at a net beta; state hedge_ratio, or change the kind")
    }
    if let ratio { return (.hedgeRatio(ratio), stance) }
    if reader.states("hedge_ratio") { return nil }
    if let usual = usualRatio(kind, stance) { return (.hedgeRatio(usual), stance) }
    reader.missing("hedge_ratio", "state the share of the spot beta to hedge, such as 0.8")
    return nil
  }

  /// The ratio meant when none is stated: that of the stance, and all of it where being neutral is the purpose.
  private func usualRatio(_ kind: Strategy.Kind, _ stance: HedgePolicy.Stance?) -> Decimal? {
    switch stance {
    case .defensive: Decimal(8) / 10
    case .marketNeutral: 1
    case .transition: nil
    case nil: kind == .spotHedge ? nil : 1
    }
  }

  private func stance(_ reader: TableReader, _ kind: Strategy.Kind, _ ratio: Decimal?) -> HedgePolicy.Stance? {
    guard let stance: HedgePolicy.Stance = reader.choice("stance") else { return nil }
    guard kind == .spotHedge else {
      issues.error(reader.place("stance"), "only a spot hedge has a stance; remove it")
      return nil
    }
    if stance == .defensive, let ratio, !(Decimal(7) / 10...Decimal(9) / 10).contains(ratio) {
      issues.warning(reader.place("stance"), "a hedge_ratio of \(ratio) is not called defensive: 0.7 to 0.9 is")
    }
    if stance == .marketNeutral, let ratio, ratio != 1 {
      issues.warning(reader.place("stance"), "a hedge_ratio of \(ratio) is not market-neutral: 1 is")
    }
    return stance
  }
}
