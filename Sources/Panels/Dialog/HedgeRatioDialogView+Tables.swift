import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

extension HedgeRatioDialogView {
  /// The trades it takes, a line each, and under each what must be known before trading it.
  func orders(_ preview: HedgePreview, width: Int) -> [DialogLine] {
    guard !preview.trades.isEmpty else {
      return [DialogLine([Phrase("\(context.glyphs.check) no trade needed", .calm)])]
    }
    let heads = ["contracts", "price", "residual \(context.glyphs.beta)", "fee"].map { Phrase($0, .label) }
    let head = DialogLine(DialogRow.row(Phrase("Orders", .title), heads, total: width, width: 13), rank: 1)
    // The first orders stay; a long list gives way to the figures below it.
    return [head]
      + preview.trades.enumerated().flatMap { index, trade in
        let row = DialogLine(order(trade, width: width), rank: index < 3 ? 0 : 3)
        return [row] + trade.warnings.map { DialogLine(warning($0), rank: index < 3 ? 1 : 3) }
      }
  }

  private func order(_ trade: TradeSuggestion, width: Int) -> [Phrase] {
    let sells = trade.contracts < 0
    let word = trade.contracts == 0 ? "none" : sells ? "sell" : "buy"
    let count = format.hidesBalances ? format.hidden : format.exact(trade.contracts.magnitude)
    return DialogRow.row(
      Phrase("\(word.padded(toColumns: 5))\(trade.leg.instrument.symbol)"),
      [
        Phrase(count, .text, emphasis: .bold), Phrase(format.price(trade.price)),
        Phrase(format.beta(trade.residualBeta, sign: .both)), Phrase(format.money(trade.fee)),
      ], total: width, width: 13)
  }

  private func warning(_ warning: TradeSuggestion.Warning) -> [Phrase] {
    let text =
      switch warning {
      case .bandInfeasible(let beta): "one lot moves \(format.beta(beta)): the band cannot be held with it"
      case .belowMinimumQuantity(let least): "below the least quantity \(least): cannot be traded"
      case .belowMinimumNotional(let least): "below the least value \(least): cannot be traded"
      }
    return [Phrase("  \(context.glyphs.warning) \(text)", .warning)]
  }

  /// Now against after, figure by figure.
  func effects(_ preview: HedgePreview, _ now: StrategyFigures?, _ snapshot: HedgeSnapshot, width: Int) -> [DialogLine]
  {
    func line(_ label: String, _ before: Phrase, _ after: Phrase, rank: Int = 0) -> DialogLine {
      DialogLine(DialogRow.row(Phrase(label, .label), [before, after], total: width, width: 20), rank: rank)
    }
    func beta(_ reading: Reading<Double>?) -> Phrase {
      reading.map { format.phrase($0) { format.beta($0, sign: .both) } } ?? Phrase("")
    }
    let after = preview.after
    let heads = [Phrase("now", .label), Phrase("after", .label)]
    return [
      DialogLine(DialogRow.row(Phrase("Effect", .title), heads, total: width, width: 20), rank: 1),
      line("Net beta", beta(now?.netBeta.netBeta), beta(after.netBeta.netBeta)),
      line("Drift from its target", drift(now?.netBeta), drift(after.netBeta)),
    ] + accounts(preview, now, snapshot, line) + [
      line("Funding a day", cash(now?.funding.perDay), cash(after.funding.perDay)),
      line("Fees", Phrase(""), Phrase(format.money(preview.fees))),
    ]
  }

  private func accounts(
    _ preview: HedgePreview, _ now: StrategyFigures?, _ snapshot: HedgeSnapshot,
    _ line: (String, Phrase, Phrase, Int) -> DialogLine
  ) -> [DialogLine] {
    let concerned = Set(preview.after.legs.map(\.id.account))
    return preview.accountsAfter.filter { concerned.contains($0.id) }.enumerated().flatMap { index, after in
      let before = snapshot.figures.accounts.first { $0.id == after.id }
      let rank = index == 0 ? 0 : 4
      return [
        line("Margin used, \(after.id)", margin(before?.normalisedRatio), margin(after.normalisedRatio), rank),
        line(
          "Benchmark move to liquidation", move(before?.liquidatingBenchmarkMove),
          move(after.liquidatingBenchmarkMove), rank),
      ]
    }
  }

  private func margin(_ reading: Reading<Double>?) -> Phrase {
    guard let reading else { return Phrase("") }
    return format.phrase(reading) { share in
      share >= 1 ? "LIQUIDATED \(format.percentage(share))" : format.percentage(share)
    }
  }

  private func move(_ reading: Reading<Double>?) -> Phrase {
    reading.map { format.phrase($0) { format.percentage($0, sign: .both) } } ?? Phrase("")
  }

  private func drift(_ figures: NetBetaFigures?) -> Phrase {
    guard let figures else { return Phrase("") }
    let word =
      switch figures.verdict {
      case .inBand: " in band"
      case .breach: " BREACH"
      case .stale: " stale"
      case .unknown: ""
      }
    return format.phrase(figures.drift, role: { _ in figures.verdict == .breach ? .breach : .calm }) {
      format.beta($0, sign: .both) + word
    }
  }

  private func cash(_ reading: Reading<Double>?) -> Phrase {
    guard let reading else { return Phrase("") }
    return format.phrase(reading, role: FigureFormat.profitRole) {
      "\(FigureFormat.fundingWord($0)) \(format.money($0.magnitude))"
    }
  }

  /// What moves of the benchmark would do, with and without the hedge.
  func impacts(_ preview: HedgePreview, width: Int) -> [DialogLine] {
    guard !preview.impacts.isEmpty else { return [] }
    func row(_ label: Phrase, rank: Int, _ cell: (HedgePreview.Impact) -> Phrase) -> DialogLine {
      DialogLine(DialogRow.row(label, preview.impacts.map(cell), total: width, width: 13), rank: rank)
    }
    func money(_ value: Double) -> Phrase {
      Phrase(format.compactMoney(value, sign: .both), FigureFormat.profitRole(value))
    }
    return [
      row(Phrase("If benchmark moves", .title), rank: 2) {
        Phrase(format.percentage($0.benchmarkMove, decimals: 0, sign: .both), .label)
      },
      row(Phrase("  unhedged", .label), rank: 3) { money($0.unhedgedProfit) },
      row(Phrase("  hedged", .label), rank: 2) { money($0.hedgedProfit) },
    ]
  }
}
