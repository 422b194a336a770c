import HedgeModel

/// Writes samples in the text exposition format of Prometheus, version 0.0.4, one family after the other.
///
/// An unknown figure has no sample: neither 0 nor NaN. It is told of in a family of its own, with the sort of reason; so
/// is a figure that is stale, beside its last value, with its age.
struct ExpositionText {
  static let unknown = Metric.ours(
    "figure_unknown", "1 for a figure that is unknown now, which therefore has no sample; reason is its sort of cause.")
  static let stale = Metric.ours(
    "figure_stale", "1 for a figure whose last value is shown though an input of it is too old.")
  static let age = Metric.ours(
    "figure_age_seconds", "How old the oldest input of a stale figure is, at the time of the snapshot.")

  private(set) var text = ""
  private var family: Metric?
  private var isHeaded = false
  private var seen: Set<LabelText> = []
  private var unknowns: [LabelText] = []
  private var stales: [(labels: LabelText, age: Double?)] = []

  /// Begins a family; what follows belongs to it.
  mutating func begin(_ metric: Metric) {
    family = metric
    isHeaded = false
    seen.removeAll(keepingCapacity: true)
  }

  /// Writes a sample, unless its value is no finite number, or the family has one with these labels already.
  mutating func write(_ value: Double, _ labels: LabelText) {
    guard let family, value.isFinite, seen.insert(labels).inserted else { return }
    if !isHeaded { head(family) }
    text += family.name
    if !labels.text.isEmpty { text += "{\(labels.text)}" }
    text += " \(Self.number(value))\n"
  }

  /// Writes a figure, or notes why there is none.
  mutating func write(_ reading: Reading<Double>, _ labels: LabelText, now: Timestamp) {
    guard let family else { return }
    let named = LabelText(["figure": family.figure])
    switch reading {
    case .known(let value, let provenance):
      guard value.isFinite else { return unknowns.append(labels.after(named).adding("reason", "invalid")) }
      write(value, labels)
      if provenance.isStale { stales.append((labels.after(named), provenance.age(at: now)?.inSeconds)) }
    case .unknown(let reason):
      unknowns.append(labels.after(named).adding("reason", reason.kind.rawValue))
    }
  }

  /// Writes the families of what is unknown and stale: the last ones.
  mutating func finish() {
    begin(Self.unknown)
    for labels in unknowns { write(1, labels) }
    begin(Self.stale)
    for (labels, _) in stales { write(1, labels) }
    begin(Self.age)
    for (labels, age) in stales { if let age { write(age, labels) } }
  }

  private mutating func head(_ metric: Metric) {
    text += "# HELP \(metric.name) \(Self.escapedHelp(metric.help))\n# TYPE \(metric.name) \(metric.kind.rawValue)\n"
    isHeaded = true
  }

  private static func escapedHelp(_ help: String) -> String {
    help.reduce(into: "") { $0 += $1 == "\\" ? "\\\\" : $1 == "\n" ? "\\n" : String($1) }
  }

  /// The shortest text that reads as the same number; whole numbers without a fraction, zero without a sign.
  static func number(_ value: Double) -> String {
    if value.magnitude < 1e15, let whole = Int64(exactly: value) { return "\(whole)" }
    return "\(value)"
  }
}

extension LabelText {
  /// `first`, then these.
  fileprivate func after(_ first: LabelText) -> LabelText {
    var joined = first
    joined.join(self)
    return joined
  }
}
