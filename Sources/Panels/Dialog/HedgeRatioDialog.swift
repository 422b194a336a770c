import FoundationEssentials
import HedgeModel

/// The trial of another hedge ratio, or of another net beta where the strategy aims at one: which one is being tried, and what is being typed. A value; it commits nothing.
public struct HedgeRatioDialog: Hashable, Sendable {
  /// The strategy.
  public let strategy: String
  /// What the strategy aims at since before the dialog opened.
  public let aim: HedgePolicy.Aim
  /// The value being tried.
  public private(set) var ratio: Decimal
  /// What is being typed; nil while the ratio is changed by steps.
  public private(set) var typed: LineEditor?
  /// Why what is typed is no ratio; nil when it is one.
  public private(set) var fault: String?

  /// What may be tried: hedge ratios from nothing to twice the spot beta, net betas to what leverage allows.
  public var range: ClosedRange<Decimal> { Self.range(of: aim) }

  static func range(of aim: HedgePolicy.Aim) -> ClosedRange<Decimal> {
    if case .hedgeRatio = aim { 0...2 } else { 0...20 }
  }

  /// A trial that begins at `start`, or at the ratio in force.
  public init(strategy: String, aim: HedgePolicy.Aim, start: Decimal? = nil) {
    self.strategy = strategy
    self.aim = aim
    ratio = HedgeRatioDialog.clamped(start ?? aim.value, aim)
  }

  /// The value in force.
  public var current: Decimal { aim.value }

  /// The letter or word the value goes by.
  var symbol: String { if case .hedgeRatio = aim { "H" } else { "net beta" } }

  /// The ratio as text: what is typed, or the number.
  public var text: String { typed?.text ?? ratio.description }

  mutating func reduce(_ command: KeyCommand) -> DialogOutcome {
    switch command {
    case .step(let amount): return set(ratio + amount)
    case .preset(let value): return set(value)
    case .rubOut: return edit { $0.rubOut() }
    case .rubOutAll: return edit { $0.clear() }
    case .accept: return fault == nil ? .asks : .stays
    case .back: return .closes
    default: return .stays
    }
  }

  /// Takes typed text; only what numbers are made of. The first digit begins a new number.
  mutating func type(_ text: String) -> DialogOutcome {
    let wanted = text.filter { "0123456789.,".contains($0) }
    guard !wanted.isEmpty else { return .stays }
    if typed == nil { typed = LineEditor() }
    return edit { $0.insert(wanted) }
  }

  private mutating func set(_ value: Decimal) -> DialogOutcome {
    typed = nil
    fault = nil
    let before = ratio
    ratio = HedgeRatioDialog.clamped(value, aim)
    return ratio == before ? .stays : .changed
  }

  private mutating func edit(_ change: (inout LineEditor) -> Void) -> DialogOutcome {
    var editor = typed ?? LineEditor(ratio.description)
    change(&editor)
    typed = editor
    guard let value = DecimalEntry.parse(editor.text) else {
      fault = DecimalEntry.fault(editor.text)
      return .stays
    }
    guard range.contains(value) else {
      fault = "\(symbol) lies between \(range.lowerBound) and \(range.upperBound)"
      return .stays
    }
    fault = nil
    defer { ratio = value }
    return ratio == value ? .stays : .changed
  }

  private static func clamped(_ value: Decimal, _ aim: HedgePolicy.Aim) -> Decimal {
    let range = range(of: aim)
    return min(max(value, range.lowerBound), range.upperBound)
  }
}
