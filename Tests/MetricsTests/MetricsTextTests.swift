import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import Testing

@testable import Metrics

/// The text that Prometheus reads.
@Suite struct MetricsTextTests {
  private func families(_ portfolios: PublishedPortfolio...) throws -> [String: ExpositionParser.Family] {
    try ExpositionParser(MetricsText.hedge(portfolios)).families
  }

  @Test("the text of each sample is as recorded", arguments: MonitoredSamples.recorded.map(\.name))
  func recorded(name: String) throws {
    let sample = try #require(MonitoredSamples.recorded.first { $0.name == name })
    try expectRecorded(MonitoredSamples.text(sample.portfolio), as: name)
  }

  @Test("every sample obeys the grammar, each family once, with help and type", arguments: SnapshotBuilder.all.indices)
  func grammar(index: Int) throws {
    let text = MonitoredSamples.text(SnapshotBuilder.all[index].builder.watched)
    let known = Dictionary(uniqueKeysWithValues: MetricCatalogue.all.map { ($0.name, $0) })
    for (name, family) in try ExpositionParser(text).families {
      let metric = try #require(known[name], "\(name) is in no table")
      #expect(family.help == metric.help && family.type == metric.kind.rawValue, "\(name)")
      #expect(!family.samples.isEmpty, "\(name) has no sample")
      #expect(name.hasSuffix("_total") == (family.type == "counter"), "\(name)")
    }
  }

  @Test("every metric there is can be seen in one of the recorded texts, and has a name of its own")
  func allAreShown() throws {
    let shown = try MonitoredSamples.recorded.reduce(into: Set<String>()) {
      $0.formUnion(try ExpositionParser(MonitoredSamples.text($1.portfolio)).families.keys)
    }
    let names = MetricCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).subtracting(shown).sorted() == [])
  }

  @Test("a sample is the figure of the snapshot, to the last digit")
  func sameFigures() throws {
    let snapshot = MonitoredSamples.full.snapshot
    let families = try families(MonitoredSamples.full)
    let strategy = snapshot.figures.strategies[0]
    func value(_ name: String) -> Double? { families["hedgetop_\(name)"]?.samples.first?.value }
    #expect(value("net_beta") == strategy.netBeta.netBeta.value)
    #expect(value("net_beta_drift") == strategy.netBeta.drift.value)
    #expect(value("spot_value") == strategy.spotValue.value)
    #expect(value("legs_notional") == strategy.legNotional.value)
    #expect(value("margin_ratio") == snapshot.figures.accounts[0].normalisedRatio.value)
    #expect(value("funding_per_day") == strategy.funding.perDay.value)
    let notionals = Set(try #require(families["hedgetop_leg_notional"]).samples.map(\.value))
    #expect(notionals == Set(strategy.legs.compactMap(\.notional.value)))
  }

  @Test("unknown has no sample, neither 0 nor NaN, and is told of with a reason")
  func unknown() throws {
    let families = try families(SnapshotBuilder.unknown.watched)
    for name in ["net_beta", "net_beta_drift", "spot_value", "leg_notional", "margin_ratio", "funding_per_day"] {
      #expect(families["hedgetop_\(name)"] == nil, "\(name)")
      let told = try #require(families["hedgetop_figure_unknown"]).samples.filter { $0.labels["figure"] == name }
      #expect(!told.isEmpty && told.allSatisfy { $0.value == 1 && $0.labels["reason"] == "not_received" }, "\(name)")
    }
    let reasons = Set(families["hedgetop_figure_unknown"]?.samples.compactMap { $0.labels["reason"] } ?? [])
    #expect(reasons.isSubset(of: Set(UnknownReason.Kind.allCases.map(\.rawValue))))
    #expect(families["hedgetop_net_beta_verdict"]?.samples.first { $0.value == 1 }?.labels["verdict"] == "unknown")
  }

  @Test("the portfolio that is known is told of none that is unknown, but by nature or for want of words")
  func known() throws {
    let reasons = try #require(try families(SnapshotBuilder.calm.watched)["hedgetop_figure_unknown"]).samples
    #expect(reasons.allSatisfy { ["undefined", "not_configured"].contains($0.labels["reason"]) })
  }

  @Test("stale keeps its last value, and is told of with its age")
  func stale() throws {
    let families = try families(SnapshotBuilder.stale.watched)
    let fresh = try self.families(SnapshotBuilder.calm.watched)
    #expect(families["hedgetop_net_beta"]?.samples == fresh["hedgetop_net_beta"]?.samples)
    #expect(fresh["hedgetop_figure_stale"] == nil && fresh["hedgetop_figure_age_seconds"] == nil)
    let marks = try #require(families["hedgetop_figure_stale"]).samples
    let ages = try #require(families["hedgetop_figure_age_seconds"]).samples
    #expect(Set(marks.map(\.labels)) == Set(ages.map(\.labels)))
    #expect(ages.allSatisfy { $0.value == 35 })
    for name in ["net_beta", "spot_value", "leg_notional", "margin_ratio", "funding_per_day"] {
      #expect(marks.contains { $0.labels["figure"] == name }, "\(name)")
    }
    #expect(families["hedgetop_decision_locked"]?.samples.first?.value == 1)
  }

  @Test("a number that is none has no sample and counts as unknown", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) throws {
    var text = ExpositionText()
    text.begin(.ours("net_beta", "Net beta."))
    text.write(.stated(value), LabelText(["portfolio": "a"]), now: Timestamp(milliseconds: 0))
    text.finish()
    let families = try ExpositionParser(text.text).families
    #expect(families.keys.sorted() == ["hedgetop_figure_unknown"])
    #expect(families["hedgetop_figure_unknown"]?.samples.first?.labels["reason"] == "invalid")
  }

  @Test("names come out as they went in, controls left out")
  func escaping() throws {
    var builder = SnapshotBuilder.calm
    builder.name = #"a "quoted" \ name, {with} = "# + "\ntwo lines"
    builder.strategyName = "bell\u{7} and \u{1B}[31mred\u{202E}日本"
    let families = try families(builder.watched)
    let labels = try #require(families["hedgetop_net_beta"]?.samples.first?.labels)
    #expect(labels["portfolio"] == builder.name)
    #expect(labels["strategy"] == "bell and [31mred日本")
  }

  @Test("hostile names leave no control character in the text but the line break")
  func hostile() {
    let text = MetricsText.hedge([SnapshotBuilder.hostileText.watched])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
  }

  @Test("two names that are one without their controls give one sample, not a text that is refused")
  func collisions() throws {
    var text = ExpositionText()
    text.begin(.ours("net_beta", "Net beta."))
    text.write(1, LabelText(["portfolio": "a\u{7}"]))
    text.write(2, LabelText(["portfolio": "a"]))
    #expect(try ExpositionParser(text.text).families["hedgetop_net_beta"]?.samples.map(\.value) == [1])
  }

  @Test("several portfolios share a family and are told apart by label")
  func severalPortfolios() throws {
    var other = SnapshotBuilder.breach
    other.name = "Other"
    let families = try families(SnapshotBuilder.calm.watched, other.watched)
    #expect(families["hedgetop_net_beta"]?.samples.compactMap { $0.labels["portfolio"] } == ["Sample", "Other"])
  }

  @Test("the same snapshot gives the same bytes, each call by itself")
  func isStable() {
    #expect(MetricsText.hedge([MonitoredSamples.full]) == MetricsText.hedge([MonitoredSamples.full]))
  }

  @Test(
    "numbers are the shortest that read the same",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-4.85, "-4.85"), (0.1, "0.1"), (1e-7, "1e-07"), (1e300, "1e+300"),
      (1_747_656_000, "1747656000"), (1_747_656_000.25, "1747656000.25"),
    ] as [(Double, String)])
  func numbers(value: Double, text: String) {
    #expect(ExpositionText.number(value) == text)
    #expect(Double(ExpositionText.number(value)) == value)
  }

  @Test("what the system does not tell of the process is left out")
  func process() throws {
    let families = try ExpositionParser(MetricsText.process(ProcessFigures(), build: MonitoredSamples.build)).families
    #expect(families.keys.sorted() == ["hedgetop_build_info"])
  }
}
