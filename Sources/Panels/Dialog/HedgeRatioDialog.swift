import FoundationEssentials
import HedgeModel

/// The trial of another hedge ratio: which one is being tried, and what is being typed. A value; it commits nothing.
public struct HedgeRatioDialog: Hashable, Sendable {
  /// The strategy.
  public let strategy: String
  /// The ratio in force when the dialog opened.
  public let current: Decimal
  /// The ratio being tried.
  public private(set) var ratio: Decimal
  /// What is being typed; nil while the ratio is changed by steps.
  public private(set) var typed: LineEditor?
  /// Why what is typed is no ratio; nil when it is one.
  public private(set) var fault: String?

  /// Hedge ratios that may be tried: nothing to twice the spot beta.
  public static let range: ClosedRange<Decimal> = 0...2

  /// A trial that begins at `start`, or at the ratio in force.
  public init(strategy: String, current: Decimal, start: Decimal? = nil) {
    self.strategy = strategy
    self.current = current
    ratio = HedgeRatioDialog.clamped(start ?? current)
  }

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
    ratio = HedgeRatioDialog.clamped(value)
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
    guard Self.range.contains(value) else {
      fault = "H lies between \(Self.range.lowerBound) and \(Self.range.upperBound)"
      return .stays
    }
    fault = nil
    defer { ratio = value }
    return ratio == value ? .stays : .changed
  }

  private static func clamped(_ value: Decimal) -> Decimal {
    min(max(value, range.lowerBound), range.upperBound)
  }
}
