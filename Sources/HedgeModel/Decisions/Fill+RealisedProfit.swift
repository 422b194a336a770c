import FoundationEssentials

extension Fill {
  /// Contracts of the old position this fill closed, signed like that position; zero when it only added.
  public var closedContracts: Decimal {
    guard oldContracts != 0, (oldContracts < 0) != (contracts < 0) else { return 0 }
    return contracts.magnitude < oldContracts.magnitude ? -contracts : oldContracts
  }

  /// Profit it realised, exact, in the asset `instrument` settles in: closed·m·(price − entry) when linear,
  /// closed·m·(1/entry − 1/price) coins when inverse. Zero when nothing was closed or no entry price is known.
  public func realisedProfit(of instrument: Instrument) -> Decimal {
    guard let entry = oldEntryPrice, entry != 0, price != 0 else { return 0 }
    let size = closedContracts * instrument.multiplier
    return switch instrument.convention {
    case .linear: size * (price - entry)
    case .inverse: size / entry - size / price
    }
  }
}
