/// A scale from calm to danger, or from cost to income, in the colours of a theme.
public enum ThemeGradient: Hashable, Sendable, CaseIterable {
  /// Distance of net beta from its target (btop's `cpu`).
  case beta
  /// Normalised margin ratio (btop's `used`).
  case margin
  /// Funding received (btop's `download`).
  case received
  /// Funding paid (btop's `upload`).
  case paid
}
