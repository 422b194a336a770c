import SeededRandom
import TerminalCells
import Testing

@Suite("Colours")
struct ColourTests {
  @Test(
    "24-bit colours go to the greys where equal in steps of 11, else to the cube",
    arguments: [
      ((0, 0, 0), 232), ((255, 255, 255), 255), ((128, 128, 128), 244), ((130, 127, 132), 244), ((255, 0, 0), 196),
      ((0, 255, 0), 46), ((0, 0, 255), 21), ((95, 135, 175), 109), ((51, 102, 153), 67), ((25, 26, 77), 24),
      ((240, 200, 16), 220),
    ] as [((UInt8, UInt8, UInt8), UInt8)])
  func to256(rgb: (UInt8, UInt8, UInt8), expected: UInt8) {
    #expect(Colour.rgb(rgb.0, rgb.1, rgb.2).reduced(to: .palette256) == .palette(expected))
  }

  @Test(
    "16 colours are the nearest of xterm's, whatever way the colour was given",
    arguments: [
      (.rgb(0, 0, 0), 0), (.rgb(200, 10, 10), 1), (.rgb(255, 30, 30), 9), (.rgb(255, 255, 255), 15),
      (.rgb(120, 120, 120), 8), (.palette(196), 9), (.palette(16), 0), (.palette(231), 15), (.palette(244), 8),
      (.palette(3), 3), (.palette(12), 12), (.rgb(10, 10, 230), 4),
    ] as [(Colour, UInt8)])
  func to16(colour: Colour, expected: UInt8) {
    #expect(colour.reduced(to: .ansi16) == .palette(expected))
  }

  @Test("no colours means the terminal's own, and the default stays the default everywhere")
  func none() {
    #expect(Colour.rgb(1, 2, 3).reduced(to: .none) == .terminalDefault)
    #expect(Colour.palette(9).reduced(to: .none) == .terminalDefault)
    for depth in ColourDepth.allCases { #expect(Colour.terminalDefault.reduced(to: depth) == .terminalDefault) }
  }

  @Test("reducing twice changes nothing, and never asks for more than there is")
  func idempotence() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      let colour = Colour.rgb(.random(in: 0...255, using: &random), .random(in: 0...255, using: &random), 77)
      #expect(colour.reduced(to: .trueColour) == colour)
      for depth in ColourDepth.allCases {
        let once = colour.reduced(to: depth)
        #expect(once.reduced(to: depth) == once)
        if depth == .ansi16, case .palette(let index) = once { #expect(index < 16) }
      }
    }
  }

  @Test("a style keeps its colours and attributes apart")
  func styles() {
    let colours: [Colour] = [.terminalDefault, .palette(0), .palette(255), .rgb(0, 0, 0), .rgb(255, 254, 253)]
    for foreground in colours {
      for background in colours {
        for attributes in [Attributes(), .bold, [.blink, .italic, .dim]] {
          var style = Style(foreground: foreground, background: background, attributes: attributes)
          #expect(style.foreground == foreground && style.background == background && style.attributes == attributes)
          style.background = .palette(7)
          style.attributes = .underline
          #expect(style == Style(foreground: foreground, background: .palette(7), attributes: .underline))
        }
      }
    }
    #expect(Style.plain.bold.dim.removing(.bold) == Style(attributes: .dim))
    #expect("\(Style(foreground: .rgb(255, 0, 10), background: .palette(17)).bold)" == "fg=#ff000a bg=17 bold")
  }
}
