import HedgeModel

extension SizeReport {
  /// The hedge for people.
  var text: String {
    facts + (trades.isEmpty ? "\nNo contracts: state one such as --contract 1@65000.\n" : sized)
  }

  private var facts: String {
    var table = TextTable([.init("", .words), .init("")])
    table.add(["spot value", Figures.fixed(spotValue, 2)])
    table.add(["spot beta", Figures.fixed(spotBeta, 4)])
    if let hedgeRatio { table.add(["hedge ratio", Figures.trimmed(hedgeRatio, 4)]) }
    table.add(["target net beta", Figures.fixed(targetNetBeta, 4)])
    table.add(["target notional", "\(Figures.fixed(targetNotional, 2, signed: true)) \(Self.side(targetNotional))"])
    return table.text()
  }

  private static func side(_ notional: Double) -> String {
    notional < 0 ? "(short, of the benchmark)" : "(long, of the benchmark)"
  }

  private var sized: String {
    "\n" + tradeTable.text() + warningLines + "\n" + after + "\n" + impactTable.text()
  }

  private var tradeTable: TextTable {
    var table = TextTable([
      .init("future", .words), .init("side", .words), .init("exact"), .init("contracts"), .init("after"),
      .init("notional"), .init("leaves beta"),
    ])
    for trade in trades {
      table.add([
        trade.asset ?? "benchmark", trade.side.uppercased(), Figures.trimmed(trade.exactContracts, 6, signed: true),
        Figures.exact(trade.contracts, signed: true), Figures.exact(trade.contractsAfter, signed: true),
        Figures.fixed(trade.notional, 2, signed: true), Figures.fixed(trade.residualBeta, 4, signed: true),
      ])
    }
    return table
  }

  private var warningLines: String {
    trades.flatMap { trade in
      trade.warnings.map { "! \(trade.asset ?? "benchmark"): \(Self.words($0, trade, band))\n" }
    }.joined()
  }

  private static func words(_ warning: String, _ trade: Trade, _ band: Double) -> String {
    switch warning {
    case "band_infeasible":
      "half a lot is worth beta \(Figures.fixed(trade.halfLotBeta, 4)), more than the band of"
        + " \(Figures.trimmed(band, 4)): no quantity need lie inside it"
    case "below_minimum_quantity": "the order is smaller than the venue takes, so nothing is traded"
    case "below_minimum_notional": "the order is worth less than the venue takes, so nothing is traded"
    default: warning
    }
  }

  private var after: String {
    var table = TextTable([.init("", .words), .init(""), .init("", .words)])
    table.add(["net beta", Figures.fixed(netBeta ?? .nan, 4, signed: true)])
    let verdict = inBand == true ? "in band" : "BREACH of the band"
    table.add([
      "drift", Figures.fixed(drift ?? .nan, 4, signed: true), "\(verdict) +-\(Figures.trimmed(band, 4))",
    ])
    table.add(["hedge ratio", Figures.fixed(achievedHedgeRatio ?? .nan, 4), "achieved"])
    return table.text()
  }

  private var impactTable: TextTable {
    var table = TextTable([
      .init("benchmark"), .init("spot"), .init("futures"), .init("net"), .init("unhedged value"), .init("hedged value"),
    ])
    for row in impacts {
      table.add([
        Figures.percent(row.benchmarkMove, 0, signed: true), Figures.fixed(row.unhedgedProfit, 2, signed: true),
        Figures.fixed(row.futuresProfit, 2, signed: true), Figures.fixed(row.hedgedProfit, 2, signed: true),
        Figures.fixed(row.unhedgedValue, 2), Figures.fixed(row.hedgedValue, 2),
      ])
    }
    return table
  }
}
