import TerminalCells

extension BandReport {
  /// The study for people: the figures, and the trade-off as a picture.
  func text(_ glyphs: GlyphSet) -> String {
    """
    \(from) to \(to), \(days) days, hedged with \(hedge)
    target \(Figures.trimmed(target, 4)), lookback \(lookback) days, fee \(Figures.trimmed(fee * 10_000, 4)) bps, \
    slippage \(Figures.trimmed(slippage * 10_000, 4)) bps, risk aversion \(Figures.trimmed(riskAversion, 4))


    """ + table + "\n" + picture(glyphs) + "\n" + conclusion
  }

  private var table: String {
    var table = TextTable([
      .init("band"), .init("rebalances"), .init("fees"), .init("slippage"), .init("cost a year"),
      .init("tracking error"), .init("its worth"), .init("score"), .init("", .words),
    ])
    for row in bands {
      table.add([
        label(row.band), "\(row.rebalances)", Figures.fixed(row.fees, 2), Figures.fixed(row.slippage, 2),
        Figures.percent(row.costPerYear, 3), Figures.percent(row.trackingError, 2), Figures.percent(row.riskCost, 3),
        Figures.percent(row.score, 3), row.band == best?.band ? "best" : "",
      ])
    }
    return table.text()
  }

  /// A bar for each band: what trading costs, then what straying from the perfect hedge is worth.
  private func picture(_ glyphs: GlyphSet) -> String {
    let bars = StackedBars(
      rows: bands.map { StackedBars.Row(label: label($0.band), parts: [$0.costPerYear, $0.riskCost]) },
      signs: [glyphs.barFull, glyphs.isASCII ? "=" : glyphs.barEmpty], width: 50,
      marked: bands.firstIndex {
        $0.band == best?.band
      }, mark: glyphs.isASCII ? "<" : glyphs.left)
    return "\(bars.signs[0]) cost a year  \(bars.signs[1]) what the tracking variance is worth\n" + bars.text
  }

  /// A band with as many decimals as the finest of them.
  private func label(_ band: Double) -> String {
    let decimals = bands.map { Figures.trimmed($0.band, 6).drop { $0 != "." }.dropFirst().count }.max() ?? 0
    return Figures.fixed(band, decimals)
  }

  private var conclusion: String {
    guard let best else { return "no band was tried\n" }
    let trades = best.rebalances == 1 ? "1 rebalance" : "\(best.rebalances) rebalances"
    return
      "best: a band of \(Figures.trimmed(best.band, 6)), with \(trades), \(Figures.fixed(best.fees + best.slippage, 2)) "
      + "of fees and slippage and \(Figures.percent(best.trackingError, 2)) a year of tracking error\n"
  }
}
