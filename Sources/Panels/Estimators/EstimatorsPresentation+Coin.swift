import HedgeAnalytics
import HedgeModel
import TerminalCells

extension EstimatorsPresentation {
  /// One coin in full: each method and each window with its error, then the verdicts with their numbers.
  func facts(_ asset: Asset) -> [Fact] {
    Self.methods.map { Fact(Self.title($0), withError(estimate(asset, $0))) }
      + Self.days.map { Fact("\($0) d", withError(estimate(asset, days: $0))) }
  }

  /// Both verdicts as clauses.
  func verdicts(_ asset: Asset) -> [[Phrase]] {
    let windows = [Phrase("windows ", .label), disagreement(asset)]
    let difference = study?.value?.horizons[asset]?.disagreement.value.map { [Phrase(words($0), .label)] }
    return [[Phrase(asset.symbol, .title)], windows, difference ?? [], line(asset)]
  }

  private func line(_ asset: Asset) -> [Phrase] {
    guard asset != benchmark else { return [Phrase("is the benchmark", .label)] }
    let reach = study?.value?.stability[asset]?.value.map {
      " (\(format.percentage($0.reach)) of the bound)"
    }
    let day = crossing(asset).text.isEmpty ? "" : " \(crossing(asset).text)"
    return [Phrase("CUSUM ", .label), stability(asset), Phrase(day, .warning), Phrase(reach ?? "", .label)]
  }

  /// `30 d less 90 d +0.31, error 0.12`.
  private func words(_ disagreement: BetaDisagreement) -> String {
    let difference = format.fixed(disagreement.difference, decimals: 2, sign: .both)
    let error = disagreement.combinedError.map { ", error \(format.fixed($0, decimals: 2))" } ?? ""
    return "\(disagreement.firstDays) d less \(disagreement.secondDays) d \(difference)\(error)"
  }

  /// `1.18 ±0.04`: Newey–West where the method has it, else classical.
  private func withError(_ reading: Reading<BetaEstimate>?) -> Phrase {
    guard let reading else { return Phrase(format.glyphs.unknown, .unknown) }
    return format.phrase(reading) { estimate in
      let error = estimate.neweyWestError ?? estimate.standardError
      let words = error.map { " \(format.glyphs.plusMinus)\(format.fixed($0, decimals: 2))" } ?? ""
      return format.fixed(estimate.beta, decimals: 2) + words
    }
  }

  /// Everything known of the betas of one coin.
  func details(of key: String) -> [DetailLine] {
    guard let study = study?.value, let asset = study.assets.first(where: { $0.symbol == key }) else { return [] }
    let methods = (study.betas[asset]?.rows ?? []).flatMap { lines("Beta, \(Self.title($0.method.name))", $0.estimate) }
    let windows = (study.horizons[asset]?.rows ?? []).flatMap { lines("Beta, \($0.days) d", $0.estimate) }
    return methods + windows + verdictLines(asset, study)
  }

  private func lines(_ label: String, _ estimate: Reading<BetaEstimate>) -> [DetailLine] {
    let beta = DetailLine(label, estimate, format) { format.beta($0.beta) }
    func line(_ name: String, _ figure: Double?) -> [DetailLine] {
      figure.map { [DetailLine("  \(name)", format.fixed($0, decimals: 4))] } ?? []
    }
    let value = estimate.value
    return [beta] + line("standard error", value?.standardError) + line("Newey-West error", value?.neweyWestError)
      + line("R squared", value?.rSquared)
  }

  private func verdictLines(_ asset: Asset, _ study: MarketStudy) -> [DetailLine] {
    let disagreement = study.horizons[asset].map {
      [DetailLine("Windows", $0.disagreement, format) { words($0) }]
    }
    let verdict = self.disagreement(asset)
    let line = stability(asset)
    let reach =
      asset == benchmark
      ? nil
      : study.stability[asset].map {
        DetailLine("  largest share of its bound", $0, format) { format.percentage($0.reach) }
      }
    return (disagreement ?? []) + [DetailLine("  verdict", verdict.text, role: verdict.role)]
      + [DetailLine("CUSUM", "\(line.text) \(crossing(asset).text)", role: line.role)] + (reach.map { [$0] } ?? [])
  }
}
