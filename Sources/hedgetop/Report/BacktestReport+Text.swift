extension BacktestReport {
  /// The backtest for people.
  var text: String {
    """
    \(from) to \(to), \(days) days, hedged with \(hedge)
    target \(Figures.trimmed(target, 4)), band +-\(Figures.trimmed(band, 4)), lookback \(lookback) days, \
    fee \(Figures.trimmed(fee * 10_000, 4)) bps

    """ + comparison + "\n" + money + (reason.map { "- \($0)\n" } ?? "")
  }

  private var comparison: String {
    var table = TextTable([.init("", .words), .init("unhedged"), .init("hedged")])
    table.add(["volatility a year", percent(volUnhedged), percent(volHedged)])
    table.add(["greatest fall", percent(mddUnhedged), percent(mddHedged)])
    table.add(["beta", figure(betaUnhedged), figure(betaHedged)])
    table.add(["index at the end", Figures.fixed(indexUnhedgedEnd, 4), Figures.fixed(indexHedgedEnd, 4)])
    table.add(["value at the end", Figures.fixed(finalUnhedged, 2), Figures.fixed(finalEquity, 2)])
    table.add(["variance removed", "", percent(varReduction)])
    return table.text()
  }

  private var money: String {
    var table = TextTable([.init("", .words), .init("")])
    table.add(["rebalances", "\(rebalances)"])
    table.add(["turnover", Figures.fixed(turnover, 2)])
    table.add(["profit of the hedge", Figures.fixed(hedgePnl, 2, signed: true)])
    table.add(["funding \(fundingReceived < 0 ? "paid" : "received")", Figures.fixed(fundingReceived.magnitude, 2)])
    table.add(["fees", Figures.fixed(fees, 2)])
    return table.text()
  }

  private func percent(_ value: Double?) -> String { value.map { Figures.percent($0, 2) } ?? "-" }

  private func figure(_ value: Double?) -> String { value.map { Figures.fixed($0, 4) } ?? "-" }
}
