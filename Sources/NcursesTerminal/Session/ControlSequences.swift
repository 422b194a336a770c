import TerminalCells

/// The escape sequences ncurses has no function for.
enum ControlSequences {
  static let bell = "\u{7}"
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  static let pasteMarksOn = "\u{1B}[?2004h"
  static let pasteMarksOff = "\u{1B}[?2004l"

  /// Whether a terminal understands xterm's sequences. Others could show them as text.
  static func areUnderstood(by term: String) -> Bool {
    let families = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "wezterm", "vte", "konsole", "gnome",
      "iterm2", "st", "contour", "ghostty", "putty", "mintty",
    ]
    return families.contains { term == $0 || term.hasPrefix($0 + "-") }
  }

  /// Sets the window's title. Controls in it could end the sequence and begin another: they are stripped.
  static func title(_ title: String) -> String {
    "\u{1B}]2;\(title.truncated(toColumns: 200))\u{7}"
  }

  /// Puts text in the clipboard. tmux hands it on by itself or wrapped, depending on its settings: both are sent.
  static func copy(_ text: String, insideTmux: Bool) -> String {
    let sequence = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
    return insideTmux ? sequence + "\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\" : sequence
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for position in 0..<4 {
        result.append(position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : "=")
      }
    }
    return result
  }
}
