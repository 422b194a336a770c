import TerminalCells
import Testing

@Suite("Keys")
struct KeyPressTests {
  @Test(
    "a key prints as the name it is read by",
    arguments: [
      "q", "G", "?", "/", "+", "-", "[", "^", "β", "Space", "Ctrl-R", "Ctrl-Space", "Alt-x", "F1", "F12", "PgUp",
      "PgDn",
      "Home", "End", "Up", "Down", "Left", "Right", "Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Del", "Ins",
      "Shift-Up", "Ctrl-Right", "Ctrl--", "Ctrl-Alt-Del",
    ])
  func roundTrip(name: String) throws {
    #expect(try #require(KeyPress(parsing: name)).description == name)
  }

  @Test("names are read in any case and by their other spellings")
  func spellings() {
    #expect(KeyPress(parsing: "ctrl-r") == .control("r"))
    #expect(KeyPress(parsing: "^R") == .control("r"))
    #expect(KeyPress(parsing: "shift-tab") == KeyPress(.backTab))
    #expect(KeyPress(parsing: "Escape") == KeyPress(.escape))
    #expect(KeyPress(parsing: "PageDown") == KeyPress(.pageDown))
    #expect(KeyPress(parsing: "f") == .character("f"))
    #expect(KeyPress(parsing: "C-c") == .control("c"))
  }

  @Test("text that names no key is refused", arguments: ["", "Ctrl-", "F0", "F99", "quit", "Hyper-x", "\u{1B}"])
  func refused(name: String) {
    #expect(KeyPress(parsing: name) == nil)
  }
}
