import TerminalCells
import Testing

@Suite("Glyphs")
struct GlyphSetTests {
  @Test("everything in the ASCII set is ASCII, charts included")
  func ascii() {
    let set = GlyphSet.ascii
    let drawn = "\(set)"
    #expect(drawn.utf8.allSatisfy { $0 < 0x80 })
    #expect((0...255).allSatisfy { set.quadrants(UInt8($0)).isASCII })
    #expect(stride(from: -0.5, through: 1.5, by: 0.05).allSatisfy { set.columnLevel($0).isASCII })
  }

  @Test("every sign that fills a cell takes one column in both sets", arguments: [GlyphSet.unicode, .ascii])
  func widths(set: GlyphSet) {
    for child in Mirror(reflecting: set).children {
      for character in (child.value as? Character).map({ [$0] }) ?? child.value as? [Character] ?? [] {
        #expect(TextWidth.columns(of: character) == 1, "\(child.label ?? "") \(character)")
      }
    }
    for child in Mirror(reflecting: set.box).children {
      if let line = child.value as? Character { #expect(TextWidth.columns(of: line) == 1) }
    }
  }

  @Test("levels rise from empty to full, and what is no number is empty", arguments: [GlyphSet.unicode, .ascii])
  func levels(set: GlyphSet) {
    #expect(set.columnLevel(0) == " " && set.columnLevel(-1) == " " && set.columnLevel(.nan) == " ")
    #expect(set.columnLevel(1) == set.columnLevels[8] && set.columnLevel(.infinity) == set.columnLevels[8])
    #expect(set.columnLevel(0.5) == set.columnLevels[4])
    #expect(set.barLevel(1) == set.barFull)
  }

  @Test("quarters are block elements in reading order, in ASCII the half they lie in")
  func quadrants() {
    let blocks: [(UInt8, Character)] = [
      (0, " "), (0b0001, "▘"), (0b0010, "▝"), (0b0100, "▖"), (0b1000, "▗"), (0b0011, "▀"), (0b1100, "▄"),
      (0b0101, "▌"), (0b1010, "▐"), (0b0110, "▞"), (0b1001, "▚"), (0b1110, "▟"), (0b1111, "█"),
    ]
    for (quarters, block) in blocks { #expect(GlyphSet.unicode.quadrants(quarters) == block) }
    #expect(Set((0..<16).map { GlyphSet.unicode.quadrants($0) }).count == 16)
    let ascii = GlyphSet.ascii
    #expect(ascii.quadrants(0) == " " && ascii.quadrants(0x01) == "'" && ascii.quadrants(0x08) == ".")
    #expect(ascii.quadrants(0x0F) == ":")
  }
}
