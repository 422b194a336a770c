import CNcurses
import TerminalCells
import Testing

@testable import NcursesTerminal

@Suite("Decoding input")
struct InputDecoderTests {
  private func typed(_ text: String) -> [RawInput] { text.unicodeScalars.map { .scalar($0.value) } }

  private func decoded(_ batches: String...) -> [InputEvent] {
    var decoder = InputDecoder()
    return batches.flatMap { decoder.decode(typed($0)) }
  }

  @Test(
    "what is typed becomes the key of that name",
    arguments: [
      ("q", "q"), ("G", "G"), ("β", "β"), ("\u{3}", "Ctrl-C"), ("\u{1A}", "Ctrl-Z"), ("\u{0}", "Ctrl-Space"),
      ("\t", "Tab"), ("\r", "Enter"), ("\n", "Enter"), ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"),
      ("\u{1B}", "Esc"), ("\u{1B}x", "Alt-x"), ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}[5;2~", "Shift-PgUp"),
      ("\u{1B}[A", "Up"), ("\u{1B}OP", "F1"), ("\u{1B}[24~", "F12"), ("\u{1B}[Z", "Shift-Tab"), ("\u{1B}OM", "Enter"),
      ("\u{1F}", "Ctrl-_"), ("\u{1B}[", "Alt-["),
    ])
  func keys(text: String, name: String) throws {
    let expected = try #require(KeyPress(parsing: name))
    #expect(decoded(text) == [.key(expected)])
  }

  @Test(
    "keys ncurses recognises have their names, with modifiers",
    arguments: [
      (CursesKey(code: KEY_UP), "Up"), (CursesKey(code: KEY_NPAGE), "PgDn"), (CursesKey(code: KEY_BTAB), "Shift-Tab"),
      (CursesKey(code: cn_function_key(5)), "F5"), (CursesKey(code: 9999, name: "kRIT5"), "Ctrl-Right"),
      (CursesKey(code: 9999, name: "kUP3"), "Alt-Up"), (CursesKey(code: KEY_SR), "Shift-Up"),
    ])
  func named(key: CursesKey, name: String) throws {
    var decoder = InputDecoder()
    #expect(decoder.decode([.key(key)]) == [.key(try #require(KeyPress(parsing: name)))])
  }

  @Test("ncurses' note of a new size is no key")
  func resizeKey() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.key(CursesKey(code: KEY_RESIZE, name: "KEY_RESIZE"))]) == [])
  }

  @Test("several keys in one batch are several events")
  func several() {
    #expect(decoded("jj\u{1B}[Bq").count == 4)
    #expect(decoded("\u{1B}\u{1B}") == [.key(KeyPress(.escape)), .key(KeyPress(.escape))])
  }

  @Test("mouse reports tell action, cell and modifiers, in both encodings")
  func mouse() {
    #expect(decoded("\u{1B}[<0;12;5M") == [.mouse(MouseEvent(.press(.left), at: Point(column: 11, row: 4)))])
    #expect(decoded("\u{1B}[<2;300;1m") == [.mouse(MouseEvent(.release(.right), at: Point(column: 299, row: 0)))])
    #expect(decoded("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(.scrollUp, at: .zero))])
    #expect(decoded("\u{1B}[<81;1;1M") == [.mouse(MouseEvent(.scrollDown, at: .zero, modifiers: .control))])
    #expect(decoded("\u{1B}[M !!") == [.mouse(MouseEvent(.press(.left), at: .zero))])
    #expect(decoded("\u{1B}[<32;4;4M") == [])
    #expect(decoded("\u{1B}[<0;0;5M") == [])
  }

  @Test("a report cut in two by the network is still one report")
  func pieces() {
    #expect(decoded("\u{1B}[<0;1", "2;5M") == [.mouse(MouseEvent(.press(.left), at: Point(column: 11, row: 4)))])
  }

  @Test("pasted text is one event and never acts as keys")
  func paste() {
    #expect(decoded("\u{1B}[200~q\u{3}h\r0.5\u{1B}[201~x") == [.paste("qh 0.5"), .key(.character("x"))])
    #expect(decoded("\u{1B}[200~ab", "cd", "\u{1B}", "[201~") == [.paste("abcd")])
    #expect(decoded("\u{1B}[200~a\u{1B}[Bb\u{1B}[201~") == [.paste("ab")])
  }

  @Test("a paste whose end is lost ends by escape twice, or when it is too long")
  func endlessPaste() {
    #expect(decoded("\u{1B}[200~ab", "\u{1B}", "\u{1B}", "q") == [.paste("ab"), .key(.character("q"))])
    let long = String(repeating: "a", count: InputDecoder.maximumPaste)
    #expect(decoded("\u{1B}[200~" + long, "q").last == .key(.character("q")))
  }

  @Test("sequences nobody knows are swallowed whole")
  func unknown() {
    #expect(decoded("\u{1B}[?1;2cq") == [.key(.character("q"))])
    #expect(decoded("\u{1B}[99~q") == [.key(.character("q"))])
    #expect(decoded("\u{1B}[I\u{1B}[Oq") == [.key(.character("q"))])
    #expect(decoded("\u{9B}\u{85}\u{200B}") == [])
  }

  @Test("garbage never traps, and escape still works after it", arguments: 0..<10)
  func garbage(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var decoder = InputDecoder()
    for _ in 0..<2000 {
      let batch: [RawInput] = (0..<8).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let choices: [UInt32] = [0x1B, 0x5B, 0x4F, 0x3B, 0x4D, 0x3C, UInt32(state >> 40), UInt32(state >> 57)]
        return .scalar(choices[Int(state >> 61)])
      }
      _ = decoder.decode(batch)
    }
    _ = decoder.decode(typed("\u{1B}\u{1B}"))
    _ = decoder.decode(typed("\u{1B}"))
    _ = decoder.decode(typed("\u{1B}"))
    #expect(decoder.decode(typed("zzzzzzq")).last == .key(.character("q")))
  }
}
