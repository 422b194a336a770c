/// The keys of theme files: those of btop, and a few of our own that state what btop has no word for.
enum ThemeKey {
  /// Keys of single colours that are btop's.
  static let single: Set<String> = [
    "main_bg", "main_fg", "title", "hi_fg", "selected_bg", "selected_fg", "inactive_fg", "graph_text", "meter_bg",
    "proc_misc", "cpu_box", "mem_box", "net_box", "proc_box", "div_line",
  ]

  /// Names of gradients; the keys are these with `_start`, `_mid` and `_end`.
  static let gradients = [
    "temp", "cpu", "free", "cached", "available", "used", "download", "upload", "process",
  ]

  /// Keys btop does not know and ignores: the colours of a hedge's states, for themes made for this program.
  static let own: Set<String> = [
    "hedge_gain", "hedge_loss", "hedge_calm", "hedge_warning", "hedge_breach", "hedge_stale", "hedge_notlive",
  ]

  /// Every key that means something.
  static let all: Set<String> = single.union(own).union(
    gradients.flatMap { name in ["start", "mid", "end"].map { "\(name)_\($0)" } })
}
